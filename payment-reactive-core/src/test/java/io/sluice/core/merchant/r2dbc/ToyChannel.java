package io.sluice.core.merchant.r2dbc;

import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A channel that wants an open account number and a secret that begins with "key:". */
final class ToyChannel implements ChannelProvider {

    static final ChannelEnvironment ENVIRONMENT =
            new ChannelEnvironment(Clock.systemUTC(), "http://127.0.0.1:8081", Duration.ofSeconds(5));

    @Override
    public String channel() {
        return "toy";
    }

    @Override
    public List<String> methods() {
        return List.of("toy_cash");
    }

    @Override
    public List<AccountField> accountFields() {
        return List.of(
                new AccountField("number", false, true, "the account's number"),
                new AccountField("private_key", true, true, "the key that signs"),
                new AccountField("proxy", false, false, "an address in between"));
    }

    @Override
    public Channel open(AccountConfiguration account, ChannelEnvironment environment) {
        if (!account.required("private_key").startsWith("key:")) {
            throw new IllegalArgumentException("'private_key' must begin with key:");
        }
        return () -> new Capabilities("toy", List.of(), Duration.ofMinutes(1));
    }
}
