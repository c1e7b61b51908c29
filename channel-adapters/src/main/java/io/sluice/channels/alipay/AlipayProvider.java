package io.sluice.channels.alipay;

import io.sluice.channels.alipay.model.PayMethod;
import io.sluice.channels.crypto.CryptoProviders;
import io.sluice.channels.http.Connections;
import io.sluice.channels.http.Json;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import java.util.Arrays;
import java.util.List;

/** Alipay. Its accounts share one pool of connections. */
public final class AlipayProvider implements ChannelProvider {

    static final String CHANNEL = "alipay";

    private final Connections connections;

    /** Loads native code and trusted certificates: not for event loops. */
    public AlipayProvider() {
        CryptoProviders.warmUp();
        Json.warmUp();
        this.connections = new Connections(CHANNEL);
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public List<String> methods() {
        return Arrays.stream(PayMethod.values()).map(PayMethod::wireName).toList();
    }

    @Override
    public List<AccountField> accountFields() {
        return AccountFields.ALL;
    }

    @Override
    public Channel open(AccountConfiguration configuration, ChannelEnvironment environment) {
        AlipayAccount account = AccountFields.read(configuration);
        String notifyUrl = environment.callbackBaseUrl() + "/callbacks/" + configuration.id();
        var signer = new RequestSigner(account, notifyUrl, environment.clock());
        var api = new AlipayApi(account, connections.to(account.baseUrl(), environment.deadline()), signer);
        return new AlipayChannel(
                account,
                new AlipayOrders(account, api, signer, environment.clock()),
                new AlipayRefunds(api),
                new AlipayBills(
                        api, connections.downloads(account.baseUrl(), environment.deadline()), environment.clock()));
    }
}
