package io.sluice.compare.stub;

import io.sluice.channels.crypto.CryptoProviders;
import io.sluice.channels.crypto.RsaPublicKey;
import io.sluice.channels.http.Connections;
import io.sluice.channels.http.Json;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import java.util.List;

/** Sluice's way to the stub: an adapter like any other, found with ServiceLoader when this jar is on the class path. */
public class StubProvider implements ChannelProvider {
    /** As many as the baseline's client may open. */
    private static final int MOST_CONNECTIONS = 4096;

    private final String name;
    private final List<String> methods;
    private final Connections connections;

    public StubProvider() {
        this(StubChannel.CHANNEL, List.of(StubChannel.WALLET, StubChannel.QR));
    }

    StubProvider(String name, List<String> methods) {
        this.name = name;
        this.methods = List.copyOf(methods);
        this.connections = new Connections(name, MOST_CONNECTIONS);
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
        return new StubChannel(
                connections.to(account.required("base_url"), environment.deadline()),
                RsaPublicKey.ofPemOrBase64(account.required("public_key")),
                StubChannel.capabilities(name, methods));
    }
}
