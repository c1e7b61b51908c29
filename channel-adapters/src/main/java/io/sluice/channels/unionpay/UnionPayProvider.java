package io.sluice.channels.unionpay;

import io.sluice.channels.crypto.CryptoProviders;
import io.sluice.channels.http.Connections;
import io.sluice.channels.unionpay.model.Requests;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import java.util.Arrays;
import java.util.List;

/** UnionPay. Its accounts share one pool of connections. */
public final class UnionPayProvider implements ChannelProvider {

    static final String CHANNEL = "unionpay";
    static final String METHOD = "unionpay_gateway";
    static final String AGREEMENT_METHOD = "unionpay_agreement";

    private final Connections connections;

    /** Loads native code and digests: not for event loops. */
    public UnionPayProvider() {
        CryptoProviders.warmUp();
        CertificateCipher.warmUp();
        Arrays.stream(SignMethod.values()).forEach(method -> method.signed(CHANNEL));
        this.connections = new Connections(CHANNEL);
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public List<String> methods() {
        return List.of(METHOD, AGREEMENT_METHOD);
    }

    @Override
    public List<AccountField> accountFields() {
        return AccountFields.ALL;
    }

    @Override
    public Channel open(AccountConfiguration configuration, ChannelEnvironment environment) {
        UnionPayAccount account = AccountFields.read(configuration);
        var signer = new AcpSigner(account);
        var verifier = new AcpVerifier(account, environment.clock());
        var exchange = connections.to(account.baseUrl(), environment.deadline());
        var requests = new Requests(
                account.merchantId(),
                account.frontUrl(),
                environment.callbackBaseUrl() + "/callbacks/" + configuration.id());
        var files = connections.downloads(account.fileUrl(), environment.deadline());
        return new UnionPayChannel(
                account,
                new AcpApi(exchange, signer, verifier),
                signer,
                requests,
                new CallbackReader(account, verifier),
                new UnionPayBills(account, files, signer, verifier, requests, environment.clock()),
                environment.clock());
    }
}
