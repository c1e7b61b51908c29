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
 * @param play what follows an order meets with, null for everything else
 * @param payout what a payout meets with, null for everything else
 * @param code what became of it: ACCEPTED until that is known
 * @param reserved the merchant's {@code reqReserved}, said again in answers
 * @param bindId by which the card is charged, null where a payer brings one or none is charged
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
        @Nullable PayoutPlay payout,
        ResponseCode code,
        String backUrl,
        String frontUrl,
        String reserved,
        String about,
        @Nullable String bindId,
        @Nullable Instant payBy,
        Instant createdAt,
        @Nullable Instant endedAt) {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /** ACP's {@code bizType}: that of its kind, or of charging a bound card. */
    public String product() {
        return bindId == null ? kind.product() : "000301";
    }

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
                key, kind, queryId, original, fen, outcome, play, payout, end, backUrl, frontUrl, reserved, about,
                bindId, payBy, createdAt, now);
    }

    /** What its payer, or the channel, does with it by itself. */
    public ResponseCode ownEnd() {
        if (outcome != null) {
            return outcome.end();
        }
        if (payout != null) {
            return payout.end();
        }
        return play == Play.FAILED ? ResponseCode.ISSUER : ResponseCode.SUCCESS;
    }

    /** What the first request for it is answered with: nothing, and nothing is kept. */
    public boolean isLostAtFirst() {
        return play == Play.TIMEOUT_NOT_DONE || payout == PayoutPlay.TIMEOUT_NOT_SENT;
    }

    /** Whether it is taken on and nobody is told. */
    public boolean isUnanswered() {
        return play == Play.TIMEOUT_DONE || (payout != null && payout.isUnanswered());
    }

    /** What it adds to the merchant's account, less than zero where it takes; what may yet take does. */
    public long netFen() {
        return switch (kind) {
            case PAY, COMPLETION -> isDone() ? fen : 0;
            case REFUND, VOID, COMPLETION_VOID, PAYOUT -> counts() ? -fen : 0;
            case PREAUTH, PREAUTH_VOID -> 0;
        };
    }

    /** Whether it was paid and comes back. */
    public boolean bounces() {
        return payout == PayoutPlay.BOUNCED && isDone();
    }

    /** Whether it ended on the same clearing day, which is Beijing's. */
    boolean endedOnDayOf(Instant now) {
        Instant end = endedAt == null ? createdAt : endedAt;
        return end.atOffset(BEIJING).toLocalDate().equals(now.atOffset(BEIJING).toLocalDate());
    }
}
