package io.sluice.callback.intake.model;

import io.sluice.core.channel.CallbackReading.Ignored;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.modification.model.ModificationConclusion;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payout.model.PayoutConclusion;
import io.sluice.core.payout.model.PayoutTransition;
import org.jspecify.annotations.Nullable;

/**
 * A callback with the verdict on it.
 *
 * @param callbackId the channel's own id of it, or a digest of the body where that could not be read
 * @param code tells the channel why, when it is not acknowledged
 * @param detail tells people why; never a secret
 */
public record Judged(
        String callbackId,
        Verdict verdict,
        String code,
        String detail,
        @Nullable AttemptId attempt,
        @Nullable PaymentId payment) {

    public static Judged refused(String digest, Refused reading) {
        return new Judged(
                digest, Verdict.REFUSED, reading.code(), reading.code() + ": " + reading.reason(), null, null);
    }

    public static Judged ignored(Ignored reading) {
        return new Judged(reading.callbackId(), Verdict.IGNORED, "", reading.kind(), null, null);
    }

    /** Authentic, but about an order that this account never made. */
    public static Judged unknownOrder(String callbackId, String number) {
        return new Judged(
                callbackId,
                Verdict.MISMATCH,
                "callback_mismatch",
                "no order, capture, void, refund or payout has the number " + number,
                null,
                null);
    }

    public static Judged modification(String callbackId, PaymentId payment, ModificationConclusion conclusion) {
        return switch (conclusion) {
            case ModificationConclusion.Changed changed ->
                new Judged(
                        callbackId,
                        Verdict.CONCLUDED,
                        "",
                        changed.transition().changes().getLast().reason(),
                        null,
                        payment);
            case ModificationConclusion.Unchanged(String reason) ->
                new Judged(callbackId, Verdict.UNCHANGED, "", reason, null, payment);
            case ModificationConclusion.Doubted(String reason) ->
                new Judged(callbackId, Verdict.UNCHANGED, "", "the channel is asked: " + reason, null, payment);
            case ModificationConclusion.Mismatch(String reason) ->
                new Judged(callbackId, Verdict.MISMATCH, "callback_mismatch", reason, null, payment);
        };
    }

    public static Judged payout(String callbackId, PayoutConclusion conclusion) {
        return switch (conclusion) {
            case PayoutConclusion.Changed(PayoutTransition transition) ->
                of(
                        callbackId,
                        Verdict.CONCLUDED,
                        "",
                        transition.changes().getLast().reason());
            case PayoutConclusion.Unchanged(String reason) -> of(callbackId, Verdict.UNCHANGED, "", reason);
            case PayoutConclusion.Doubted(String reason) ->
                of(callbackId, Verdict.UNCHANGED, "", "the channel is asked: " + reason);
            case PayoutConclusion.Mismatch(String reason) ->
                of(callbackId, Verdict.MISMATCH, "callback_mismatch", reason);
        };
    }

    private static Judged of(String callbackId, Verdict verdict, String code, String detail) {
        return new Judged(callbackId, verdict, code, detail, null, null);
    }

    public static Judged concluded(String callbackId, AttemptId attempt, PaymentId payment, Conclusion conclusion) {
        return switch (conclusion) {
            case Conclusion.Changed changed ->
                new Judged(
                        callbackId,
                        Verdict.CONCLUDED,
                        "",
                        changed.transition().changes().getLast().reason(),
                        attempt,
                        payment);
            case Conclusion.Unchanged(String reason) ->
                new Judged(callbackId, Verdict.UNCHANGED, "", reason, attempt, payment);
            case Conclusion.Mismatch(String reason) ->
                new Judged(callbackId, Verdict.MISMATCH, "callback_mismatch", reason, attempt, payment);
        };
    }
}
