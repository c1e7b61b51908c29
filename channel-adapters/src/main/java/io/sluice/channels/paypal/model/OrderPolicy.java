package io.sluice.channels.paypal.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.money.Money;
import java.util.Optional;
import java.util.function.BiFunction;

/** What answers and webhooks say about an order. */
public final class OrderPolicy {

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private OrderPolicy() {}

    /** The answer to an order's request. */
    public static ChannelOutcome placed(Reply<OrderView> reply, OrderKey order) {
        return switch (reply) {
            case Success<OrderView>(OrderView view) -> outcome(view, order);
            case Refusal<OrderView> refusal when inDoubt(refusal) -> unknown(refusal);
            case Refusal<OrderView>(int status, String code, String message) ->
                new NotSent(Fault.ORDER, OutcomeCodes.of(code, OutcomeCode.REQUEST_REFUSED), code, message);
            case NotWritten<OrderView>(String code, String message) -> new NotSent(Fault.CHANNEL, code, message);
            case Lost<OrderView>(String code, String message) -> new Unknown(code, message);
        };
    }

    /** The answer to a question. */
    public static ChannelOutcome inquired(Reply<OrderView> reply, OrderKey order) {
        return switch (reply) {
            case Success<OrderView>(OrderView view) -> outcome(view, order);
            case Refusal<OrderView>(int status, String code, String message)
            when status == NOT_FOUND -> new Absent(code);
            case Refusal<OrderView> refusal -> unknown(refusal);
            case NotWritten<OrderView>(String code, String message) -> new Unknown(code, message);
            case Lost<OrderView>(String code, String message) -> new Unknown(code, message);
        };
    }

    /**
     * The answer to a capture or an authorization of an approved order. A refusal ends the attempt, because PayPal moves
     * nothing unless it is asked again, and it is not.
     */
    public static ChannelOutcome completed(Reply<OrderView> reply, OrderKey order) {
        return switch (reply) {
            case Success<OrderView>(OrderView view) -> outcome(view, order);
            case Refusal<OrderView> refusal when inDoubt(refusal) -> unknown(refusal);
            case Refusal<OrderView>(int status, String code, String message) -> refused(status, code, message);
            case NotWritten<OrderView>(String code, String message) -> new Unknown(code, message);
            case Lost<OrderView>(String code, String message) -> new Unknown(code, message);
        };
    }

    private static ChannelOutcome refused(int status, String code, String message) {
        return switch (code) {
            case "ORDER_NOT_APPROVED", "PAYER_ACTION_REQUIRED" -> new Pending(null, null);
            // It was completed by another request: the next inquiry sees how.
            case "ORDER_ALREADY_CAPTURED",
                    "ORDER_ALREADY_AUTHORIZED",
                    "ORDER_ALREADY_COMPLETED",
                    "RATE_LIMIT_REACHED",
                    "AUTHENTICATION_FAILURE",
                    "invalid_client" -> new Unknown(Fault.ORDER, code, message);
            default ->
                status == 422
                        ? new Declined(
                                OutcomeCodes.isHard(code), OutcomeCodes.of(code, OutcomeCode.DECLINED), code, message)
                        : new Unknown(Fault.ORDER, code, message);
        };
    }

    /** A failure inside, or a request id that is in use just now: it may have been done. */
    private static boolean inDoubt(Refusal<?> refusal) {
        return refusal.fault() == Fault.CHANNEL
                || refusal.status() == CONFLICT
                || refusal.code().equals("DUPLICATE_REQUEST_ID");
    }

    private static Unknown unknown(Refusal<?> refusal) {
        return new Unknown(refusal.fault(), refusal.code(), refusal.message());
    }

    public static ChannelOutcome outcome(OrderView view, OrderKey order) {
        if (!view.isAbout(order)) {
            return new Unknown("answer_mismatch", "the channel speaks of another order, amount or merchant");
        }
        return switch (view.status()) {
            case "CREATED", "SAVED", "PAYER_ACTION_REQUIRED" -> waiting(view);
            case "APPROVED" -> new Pending(null, view.id());
            case "VOIDED" -> new Closed(view.status());
            case "COMPLETED" -> moved(view);
            default -> new Unknown("order_status_unknown", "the channel says an order status that is not documented");
        };
    }

    private static ChannelOutcome waiting(OrderView view) {
        return view.approveUrl().isEmpty()
                ? new Unknown("answer_unreadable", "an order that waits for its payer must come with a link for him")
                : new Pending(NextAction.redirect(view.approveUrl()), view.id());
    }

    private static ChannelOutcome moved(OrderView view) {
        if (view.capture() != null) {
            return captured(view.capture());
        }
        return view.authorization() == null
                ? new Unknown("answer_unreadable", "a completed order must come with its capture or authorization")
                : authorized(view.authorization());
    }

    /** Of an authentic word about the capture of the right order. */
    public static ChannelOutcome captured(Movement capture) {
        return switch (capture.status()) {
            // What was refunded was paid before: the refund is a matter of its own.
            case "COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED" -> with(capture, Approved::new);
            case "PENDING" -> new Pending(null, null);
            case "DECLINED", "DENIED", "FAILED" ->
                new Declined(false, capture.status(), "the channel declined the capture");
            default ->
                new Unknown("capture_status_unknown", "the channel says a capture status that is not documented");
        };
    }

    /** Of an authentic word about the authorization of the right order. */
    public static ChannelOutcome authorized(Movement held) {
        return switch (held.status()) {
            case "CREATED", "CAPTURED", "PARTIALLY_CAPTURED" ->
                with(held, (money, id) -> new Authorized(money, id, held.until()));
            case "PENDING" -> new Pending(null, null);
            case "VOIDED" -> new Closed(held.status());
            case "DENIED" -> new Declined(false, held.status(), "the channel denied the authorization");
            default -> new Unknown("authorization_status_unknown", "the channel says a status that is not documented");
        };
    }

    private static ChannelOutcome with(Movement movement, BiFunction<Money, String, ChannelOutcome> outcome) {
        Optional<Money> amount = movement.amount();
        return amount.isEmpty() || movement.id().isEmpty()
                ? new Unknown("answer_unreadable", "money that moved must come with an id and an amount")
                : outcome.apply(amount.get(), movement.id());
    }
}
