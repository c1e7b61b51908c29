package io.sluice.channels.wechat.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import java.util.Optional;

/** What the answer to a close means. */
public final class ClosePolicy {

    private ClosePolicy() {}

    /** Empty when the channel would not close the order and only a query can tell why: most likely it was paid. */
    public static Optional<ChannelOutcome> outcome(Reply<?> reply) {
        return switch (reply) {
            case Success<?> closed -> Optional.of(new Closed("CLOSED"));
            case Refusal<?> refusal -> refused(refusal);
            case NotWritten<?> notWritten -> Optional.of(new Unknown(notWritten.code(), notWritten.message()));
            case Lost<?> lost -> Optional.of(new Unknown(lost.code(), lost.message()));
        };
    }

    private static Optional<ChannelOutcome> refused(Refusal<?> refusal) {
        return switch (refusal.code()) {
            case "ORDER_CLOSED" -> Optional.of(new Closed(refusal.code()));
            case "ORDER_NOT_EXIST" -> Optional.of(new Absent(refusal.code()));
            case "FREQUENCY_LIMITED", "SIGN_ERROR" -> Optional.of(unknown(refusal));
            default -> refusal.fault() == Fault.CHANNEL ? Optional.of(unknown(refusal)) : Optional.empty();
        };
    }

    private static Unknown unknown(Refusal<?> refusal) {
        return new Unknown(refusal.fault(), refusal.code(), refusal.message());
    }
}
