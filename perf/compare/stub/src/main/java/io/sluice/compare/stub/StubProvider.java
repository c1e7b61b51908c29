package io.sluice.compare.stub;

import io.sluice.channels.crypto.CryptoProviders;
import io.sluice.channels.crypto.RsaPublicKey;
import io.sluice.channels.http.Json;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import java.time.Duration;
import java.util.List;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Sluice's way to the stub: an adapter like any other, found with ServiceLoader when this jar is on the class path. */
public final class StubProvider implements ChannelProvider {
    /** As many as the baseline's client may open. */
    private static final int MOST_CONNECTIONS = 4096;

    private final ConnectionProvider connections = ConnectionProvider.builder(StubChannel.CHANNEL)
            .maxConnections(MOST_CONNECTIONS)
            .pendingAcquireMaxCount(MOST_CONNECTIONS)
            .build();

    public StubProvider() {
        Json.warmUp();
        CryptoProviders.warmUp();
    }

    @Override
    public String channel() {
        return StubChannel.CHANNEL;
    }

    @Override
    public List<String> methods() {
        return List.of(StubChannel.WALLET, StubChannel.QR);
    }

    @Override
    public List<AccountField> accountFields() {
        return List.of(
                new AccountField("base_url", false, true, "where the stub listens"),
                new AccountField("public_key", false, true, "RSA, with which it signs callbacks: PEM or base64"));
    }

    @Override
    public Channel open(AccountConfiguration account, ChannelEnvironment environment) {
        Duration patience = environment.deadline().multipliedBy(3).dividedBy(5);
        HttpClient client = HttpClient.create(connections)
                .disableRetry(true)
                .baseUrl(account.required("base_url"))
                .responseTimeout(patience);
        return new StubChannel(client, RsaPublicKey.ofPemOrBase64(account.required("public_key")));
    }
}
