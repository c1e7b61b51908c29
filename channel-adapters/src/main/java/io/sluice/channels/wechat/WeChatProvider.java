package io.sluice.channels.wechat;

import io.sluice.channels.crypto.CryptoProviders;
import io.sluice.channels.http.Connections;
import io.sluice.channels.http.HttpExchange;
import io.sluice.channels.http.Json;
import io.sluice.channels.wechat.model.PayMethod;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import java.util.Arrays;
import java.util.List;

/** WeChat Pay. Its accounts share one pool of connections. */
public final class WeChatProvider implements ChannelProvider {

    static final String CHANNEL = "wechat";

    private final Connections connections;

    /** Loads native code and trusted certificates: not for event loops. */
    public WeChatProvider() {
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
        WeChatAccount account = AccountFields.read(configuration);
        RequestSigner signer = new RequestSigner(account, environment.clock());
        HttpExchange exchange = connections.to(account.baseUrl(), environment.deadline());
        var bounded = new CertificateDownload(account, exchange, signer, environment.clock())
                .certificates()
                .timeout(environment.deadline());
        var certificates = new PlatformCertificates(account, bounded, environment.clock());
        var api = new WeChatApi(exchange, signer, certificates, environment.clock());
        String notifyUrl = environment.callbackBaseUrl() + "/callbacks/" + configuration.id();
        var download = connections.downloads(account.baseUrl(), environment.deadline());
        var bills = new WeChatBills(api, signer, download, environment.clock());
        return new WeChatChannel(account, api, signer, new CallbackReader(account, certificates), bills, notifyUrl);
    }
}
