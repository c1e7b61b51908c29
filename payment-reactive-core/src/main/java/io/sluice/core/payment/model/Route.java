package io.sluice.core.payment.model;

import io.sluice.core.id.ChannelAccountId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where an attempt goes, and for how long that channel's "no such order" may still be untrue.
 *
 * @param decision how this was decided, to be kept with the attempt; null where nobody decided
 */
public record Route(
        ChannelAccountId account,
        String channel,
        Duration inDoubtWindow,
        @Nullable String decision) {

    public Route(ChannelAccountId account, String channel, Duration inDoubtWindow) {
        this(account, channel, inDoubtWindow, null);
    }

    /** For the reason of an event. */
    String shown() {
        return channel + " account " + account;
    }
}
