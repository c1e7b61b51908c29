package io.sluice.callback.inquiry.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast one account is asked. A second's worth may be asked at once; what is more comes again later, one after the other
 * at the same rate, so that a storm of unknown outcomes becomes a queue and not a flood.
 *
 * @param next when the next question would be in time
 * @param queued when the last one that was sent away comes again
 */
public record InquiryPace(Instant next, Instant queued) {

    public static final InquiryPace IDLE = new InquiryPace(Instant.EPOCH, Instant.EPOCH);

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** What became of one question; {@code pace} is to be used for the next. */
    public sealed interface Turn {

        InquiryPace pace();

        record Now(InquiryPace pace) implements Turn {}

        record Later(InquiryPace pace, Instant at) implements Turn {}
    }

    /** @param perSecond how many questions a second, above 0 */
    public Turn turn(Instant now, int perSecond) {
        Duration gap = SECOND.dividedBy(perSecond);
        Instant own = later(next, now);
        if (!own.isAfter(now.plus(SECOND).minus(gap))) {
            return new Turn.Now(new InquiryPace(own.plus(gap), queued));
        }
        Instant at = later(queued, now.plus(SECOND)).plus(gap);
        return new Turn.Later(new InquiryPace(next, at), at);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
