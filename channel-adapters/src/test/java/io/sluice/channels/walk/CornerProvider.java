package io.sluice.channels.walk;

import io.sluice.channels.account.FieldReader;
import io.sluice.channels.http.Connections;
import io.sluice.channels.http.Json;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import java.util.List;

/** Found with ServiceLoader, so that the core never names it. */
public final class CornerProvider implements ChannelProvider {
    private final Connections connections = new Connections("corner");

    public CornerProvider() {
        Json.warmUp();
    }

    @Override
    public String channel() {
        return "corner";
    }

    @Override
    public List<String> methods() {
        return List.of(CornerChannel.METHOD);
    }

    @Override
    public List<AccountField> accountFields() {
        return List.of(
                new AccountField(
                        "secret", true, true, "what the wallet shares with the merchant, 32 characters or more"),
                new AccountField("base_url", false, false, "where the wallet is, by default https://corner.example"));
    }

    @Override
    public Channel open(AccountConfiguration account, ChannelEnvironment environment) {
        var fields = new FieldReader(account);
        var secret = fields.read("secret", SharedSecret::new);
        var exchange = connections.to(fields.baseUrl("base_url", "https://corner.example"), environment.deadline());
        String notifyUrl = environment.callbackBaseUrl() + "/callbacks/" + account.id();
        return new CornerChannel(new CornerApi(secret, exchange), notifyUrl);
    }
}
