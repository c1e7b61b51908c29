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
public class StubProvider implements ChannelProvider {
    /** As many as the baseline's client may open. */
    private static final int MOST_CONNECTIONS = 4096;

    private final String name;
    private final List<String> methods;
    private final ConnectionProvider connections;

    public StubProvider() {
        this(StubChannel.CHANNEL, List.of(StubChannel.WALLET, StubChannel.QR));
    }

    StubProvider(String name, List<String> methods) {
        this.name = name;
        this.methods = List.copyOf(methods);
        this.connections = ConnectionProvider.builder(name)
                .maxConnections(MOST_CONNECTIONS)
                .pendingAcquireMaxCount(MOST_CONNECTIONS)
                .build();
        Json.warmUp();
        CryptoProviders.warmUp();
    }

    @Override
    public final String channel() {
        return name;
    }

    @Override
    public final List<String> methods() {
        return methods;
    }

    @Override
    public final List<AccountField> accountFields() {
        return List.of(
                new AccountField("base_url", false, true, "where the stub listens"),
                new AccountField("public_key", false, true, "RSA, with which it signs callbacks: PEM or base64"));
    }

    @Override
    public final Channel open(AccountConfiguration account, ChannelEnvironment environment) {
        Duration patience = environment.deadline().multipliedBy(3).dividedBy(5);
        HttpClient client = HttpClient.create(connections)
                .disableRetry(true)
                .baseUrl(account.required("base_url"))
                .responseTimeout(patience);
        return new StubChannel(
                client,
                RsaPublicKey.ofPemOrBase64(account.required("public_key")),
                StubChannel.capabilities(name, methods));
    }
}
