package io.sluice.core.routing.model;

import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.id.ChannelAccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's account as it is when a payment looks for one.
 *
 * @param tried whether an earlier attempt of the payment went there
 * @param switchedOff why operators want no payment to go there; null when they do not mind
 */
public record Candidate(
        ChannelAccountId account,
        Capabilities capabilities,
        Health health,
        boolean tried,
        @Nullable String switchedOff) {

    public String channel() {
        return capabilities.channel();
    }

    public Optional<MethodCapability> offer(String method) {
        return capabilities.offer(method);
    }

    boolean is(Health.State state) {
        return health.state() == state;
    }
}
