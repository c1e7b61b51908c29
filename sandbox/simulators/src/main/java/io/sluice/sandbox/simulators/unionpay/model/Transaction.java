package io.sluice.sandbox.simulators.unionpay.model;

import io.sluice.sandbox.simulators.model.Play;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One transaction and what became of it.
 *
 * @param queryId the channel's own number of it
 * @param original the queryId of what it is about, null where it begins something
 * @param outcome what an order meets with, null for everything else
 * @param play what everything else meets with, null for an order
 * @param code what became of it: ACCEPTED until that is known
 * @param reserved the merchant's {@code reqReserved}, said again in answers
 * @param payBy until when the payer may pay, null where no payer is asked
 */
public record Transaction(
        Key key,
        Kind kind,
        String queryId,
        @Nullable String original,
        long fen,
        @Nullable Outcome outcome,
        @Nullable Play play,
        ResponseCode code,
        String backUrl,
        String frontUrl,
        String reserved,
        String about,
        @Nullable Instant payBy,
        Instant createdAt,
        @Nullable Instant endedAt) {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    public boolean isOpen() {
        return code == ResponseCode.ACCEPTED;
    }

    public boolean isDone() {
        return code == ResponseCode.SUCCESS;
    }

    /** Whether it takes something of its original, or may yet. */
    boolean counts() {
        return isOpen() || isDone();
    }

    /** As it is now: an order whose payer took too long can be paid no more. */
    public Transaction seenAt(Instant now) {
        return isOpen() && payBy != null && !now.isBefore(payBy) ? ended(ResponseCode.TIMED_OUT, payBy) : this;
    }

    /** Whether it can still be ended: some payers pay what cannot be paid any more. */
    public boolean isEndableAt(Instant now) {
        return outcome == Outcome.PAID_AFTER_CLOSE ? isOpen() : seenAt(now).isOpen();
    }

    public Transaction ended(ResponseCode end, Instant now) {
        return new Transaction(
                key, kind, queryId, original, fen, outcome, play, end, backUrl, frontUrl, reserved, about, payBy,
                createdAt, now);
    }

    /** What its payer, or the channel, does with it by itself. */
    public ResponseCode ownEnd() {
        if (outcome != null) {
            return outcome.end();
        }
        return play == Play.FAILED ? ResponseCode.ISSUER : ResponseCode.SUCCESS;
    }

    /** Whether it ended on the same clearing day, which is Beijing's. */
    boolean endedOnDayOf(Instant now) {
        Instant end = endedAt == null ? createdAt : endedAt;
        return end.atOffset(BEIJING).toLocalDate().equals(now.atOffset(BEIJING).toLocalDate());
    }
}
