package io.sluice.sandbox.simulators.bank.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as the host keeps it. The card's number is not kept.
 *
 * @param kind null when only its reversal ever arrived
 * @param retrieval DE 37, which tells two apart whose keys collide
 * @param number the merchant's own number, from DE 48
 * @param code as it was answered
 * @param movedMinor of a charge: what was refunded; of a pre-authorization: what was completed
 * @param original what it completes, voids or refunds
 */
public record Transaction(
        Key key,
        @Nullable Kind kind,
        String retrieval,
        String number,
        String card,
        long amountMinor,
        String batch,
        Status status,
        String code,
        String authorization,
        long movedMinor,
        @Nullable Key original,
        Instant at) {

    /** What became of a transaction. */
    public enum Status {
        DONE,
        REFUSED,
        VOIDED,
        REVERSED,
        /** Its reversal came first: it must never be done. */
        NEVER,
        /** The host knows nothing of it: a repetition is new. */
        LOST
    }

    static Transaction asked(Message message, Kind kind, String authorization, Instant at) {
        return new Transaction(
                Key.of(message),
                kind,
                message.text(De.RETRIEVAL),
                message.text(De.ADDITIONAL),
                Cards.masked(message.text(De.PAN)),
                Long.parseLong(message.text(De.AMOUNT)),
                message.text(De.TYPE_AND_BATCH).substring(2, 8),
                Status.DONE,
                Codes.APPROVED,
                authorization,
                0,
                null,
                at);
    }

    static Transaction never(Message reversal, Instant at) {
        return new Transaction(
                Key.of(reversal),
                null,
                reversal.text(De.RETRIEVAL),
                reversal.text(De.ADDITIONAL),
                Cards.masked(reversal.text(De.PAN)),
                0,
                reversal.text(De.TYPE_AND_BATCH).substring(2, 8),
                Status.NEVER,
                Codes.NO_ORIGINAL,
                "",
                0,
                null,
                at);
    }

    /** Whether it is the one that {@code message} names, and not another with the same key. */
    boolean isOf(Message message) {
        return retrieval.equals(message.text(De.RETRIEVAL));
    }

    /** A reversal has the original's card, processing code and amount. */
    boolean isMeantBy(Message reversal) {
        boolean sameCard = card.equals(Cards.masked(reversal.text(De.PAN)));
        boolean sameKind = kind == null || kind.processing().equals(reversal.text(De.PROCESSING));
        boolean sameAmount = kind == null
                || code.equals(Codes.PARTLY)
                || reversal.text(De.AMOUNT).equals("%012d".formatted(amountMinor));
        return sameCard && sameKind && sameAmount;
    }

    boolean is(Status wanted) {
        return status == wanted;
    }

    Transaction in(Status next) {
        return new Transaction(
                key,
                kind,
                retrieval,
                number,
                card,
                amountMinor,
                batch,
                next,
                code,
                authorization,
                movedMinor,
                original,
                at);
    }

    Transaction refused(String answer) {
        return new Transaction(
                key, kind, retrieval, number, card, amountMinor, batch, Status.REFUSED, answer, "", 0, original, at);
    }

    /** Another of the same terminal and amount. */
    public Transaction like(Kind otherKind, String otherNumber) {
        return new Transaction(
                key,
                otherKind,
                retrieval,
                otherNumber,
                card,
                amountMinor,
                batch,
                status,
                code,
                authorization,
                0,
                original,
                at);
    }

    /** Done over another amount. */
    public Transaction over(long minor, String answer) {
        return new Transaction(
                key,
                kind,
                retrieval,
                number,
                card,
                minor,
                batch,
                status,
                answer,
                authorization,
                movedMinor,
                original,
                at);
    }

    Transaction of(Key modified) {
        return new Transaction(
                key,
                kind,
                retrieval,
                number,
                card,
                amountMinor,
                batch,
                status,
                code,
                authorization,
                movedMinor,
                modified,
                at);
    }

    Transaction moved(long more) {
        return new Transaction(
                key,
                kind,
                retrieval,
                number,
                card,
                amountMinor,
                batch,
                status,
                code,
                authorization,
                Math.addExact(movedMinor, more),
                original,
                at);
    }
}
