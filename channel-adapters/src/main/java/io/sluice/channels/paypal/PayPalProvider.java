package io.sluice.channels.paypal;

import io.sluice.channels.crypto.CertificateChains;
import io.sluice.channels.crypto.CryptoProviders;
import io.sluice.channels.http.Connections;
import io.sluice.channels.http.Json;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import java.net.URI;
import java.security.cert.TrustAnchor;
import java.util.List;
import java.util.Set;

/** PayPal. Its accounts share one pool of connections. */
public final class PayPalProvider implements ChannelProvider {

    static final String CHANNEL = "paypal";
    static final String METHOD = "paypal";

    private final Connections connections;
    private final Set<TrustAnchor> publicAuthorities;

    /** Loads native code and trusted certificates: not for event loops. */
    public PayPalProvider() {
        CryptoProviders.warmUp();
        Json.warmUp();
        this.connections = new Connections(CHANNEL);
        this.publicAuthorities = CertificateChains.publicAuthorities();
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public List<String> methods() {
        return List.of(METHOD);
    }

    @Override
    public List<AccountField> accountFields() {
        return AccountFields.ALL;
    }

    @Override
    public Channel open(AccountConfiguration configuration, ChannelEnvironment environment) {
        PayPalAccount account = AccountFields.read(configuration);
        var exchange = connections.to(account.baseUrl(), environment.deadline());
        var tokens = new AccessTokens(account, exchange, environment.clock());
        var certificates = new WebhookCertificates(
                account,
                connections.to(origin(account.certificates()), environment.deadline()),
                publicAuthorities,
                environment.clock());
        return new PayPalChannel(account, new PayPalApi(exchange, tokens), new CallbackReader(account, certificates));
    }

    private static String origin(String url) {
        URI whole = URI.create(url);
        return whole.getScheme() + "://" + whole.getRawAuthority();
    }
}
