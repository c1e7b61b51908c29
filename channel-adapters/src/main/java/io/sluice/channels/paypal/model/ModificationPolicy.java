package io.sluice.channels.paypal.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import io.sluice.core.channel.ModificationOutcome.Processing;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import java.util.Set;

/**
 * What answers and webhooks say about a capture of an authorization, its void, or a refund. PayPal is asked what became
 * of one by the very request that asked for it, since the request id makes PayPal answer what it did before.
 */
public final class ModificationPolicy {

    /** What is also said when the very request that is repeated took the last of it. */
    private static final Set<String> USED_UP = Set.of(
            "AUTHORIZATION_ALREADY_CAPTURED",
            "MAX_CAPTURE_AMOUNT_EXCEEDED",
            "MAX_CAPTURE_COUNT_EXCEEDED",
            "CAPTURE_FULLY_REFUNDED",
            "REFUND_AMOUNT_EXCEEDED",
            "MAX_NUMBER_OF_REFUNDS_EXCEEDED");

    /** What holds nothing any more. */
    private static final Set<String> RELEASED = Set.of(
            "PREVIOUSLY_VOIDED", "AUTHORIZATION_VOIDED", "AUTHORIZATION_ALREADY_VOIDED", "AUTHORIZATION_EXPIRED");

    private ModificationPolicy() {}

    /** The first answer to a capture or a refund. */
    public static ModificationOutcome requested(Reply<Movement> reply, ModificationOrder order, String merchantId) {
        return switch (reply) {
            case Success<Movement>(Movement movement) -> about(movement, order, merchantId);
            case Refusal<Movement> refusal -> refused(refusal);
            case NotWritten<Movement>(String code, String message) -> new NotSent(Fault.CHANNEL, code, message);
            case Lost<Movement>(String code, String message) -> new Unknown(code, message);
        };
    }

    /** The answer to its repetition. */
    public static ModificationOutcome inquired(Reply<Movement> reply, ModificationOrder order, String merchantId) {
        return reply instanceof Refusal<Movement> refusal && USED_UP.contains(refusal.code())
                ? unknown(refusal)
                : requested(reply, order, merchantId);
    }

    /** The answer to a void, first or repeated. */
    public static ModificationOutcome released(Reply<?> reply, ModificationOrder order, String authorization) {
        return switch (reply) {
            case Success<?> released -> new Succeeded(order.amount(), authorization);
            case Refusal<?> refusal
            when RELEASED.contains(refusal.code()) -> new Succeeded(order.amount(), authorization);
            case Refusal<?> refusal -> refused(refusal);
            case NotWritten<?>(String code, String message) -> new NotSent(Fault.CHANNEL, code, message);
            case Lost<?>(String code, String message) -> new Unknown(code, message);
        };
    }

    private static ModificationOutcome refused(Refusal<?> refusal) {
        return switch (refusal.status()) {
            case 400, 401, 403, 429 -> new NotSent(refusal.fault(), refusal.code(), refusal.message());
            case 404, 422 ->
                refusal.code().equals("DUPLICATE_REQUEST_ID")
                        ? unknown(refusal)
                        : new Refused(refusal.code(), refusal.message());
            default -> unknown(refusal);
        };
    }

    private static Unknown unknown(Refusal<?> refusal) {
        return new Unknown(refusal.fault(), refusal.code(), refusal.message());
    }

    private static ModificationOutcome about(Movement movement, ModificationOrder order, String merchantId) {
        return movement.number().equals(order.number()) && movement.isOf(merchantId)
                ? outcome(movement)
                : new Unknown("answer_mismatch", "the channel speaks of another capture, refund or merchant");
    }

    /** Of an authentic word about the right capture or refund. */
    public static ModificationOutcome outcome(Movement movement) {
        return switch (movement.status()) {
            case "COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED" -> succeeded(movement);
            case "PENDING" -> new Processing(movement.id().isEmpty() ? null : movement.id());
            case "DECLINED", "DENIED", "FAILED", "CANCELLED" ->
                new Refused(movement.status(), "the channel took it on and gave it up");
            default -> new Unknown("status_unknown", "the channel says a status that is not documented");
        };
    }

    private static ModificationOutcome succeeded(Movement movement) {
        return movement.amount()
                .filter(amount -> !movement.id().isEmpty())
                .<ModificationOutcome>map(amount -> new Succeeded(amount, movement.id()))
                .orElseGet(
                        () -> new Unknown("answer_unreadable", "money that moved must come with an id and an amount"));
    }
}
