package io.sluice.ledger.posting.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of events the books know. */
public enum EventType {
    CREATED("payment.created"),
    REQUIRES_ACTION("payment.requires_action"),
    PROCESSING("payment.processing"),
    AUTHORIZED("payment.authorized"),
    PARTIALLY_CAPTURED("payment.partially_captured"),
    SUCCEEDED("payment.succeeded"),
    FAILED("payment.failed"),
    CLOSING("payment.closing"),
    CLOSED("payment.closed"),
    CONFLICTED("payment.conflicted"),
    REVERSED("payment.reversed"),
    CAPTURE_CREATED("capture.created"),
    CAPTURE_PROCESSING("capture.processing"),
    CAPTURE_UNKNOWN("capture.unknown"),
    CAPTURE_SUCCEEDED("capture.succeeded"),
    CAPTURE_FAILED("capture.failed"),
    VOID_CREATED("void.created"),
    VOID_PROCESSING("void.processing"),
    VOID_UNKNOWN("void.unknown"),
    VOID_SUCCEEDED("void.succeeded"),
    VOID_FAILED("void.failed"),
    REFUND_CREATED("refund.created"),
    REFUND_PROCESSING("refund.processing"),
    REFUND_UNKNOWN("refund.unknown"),
    REFUND_SUCCEEDED("refund.succeeded"),
    REFUND_FAILED("refund.failed"),
    REFUND_ABNORMAL("refund.abnormal"),
    REFUND_MANUAL("refund.manual"),
    REFUND_RETURNED("refund.returned"),
    PAYOUT_CREATED("payout.created"),
    PAYOUT_REVIEW("payout.review"),
    PAYOUT_REJECTED("payout.rejected"),
    PAYOUT_RESERVED("payout.reserved"),
    PAYOUT_SENT("payout.sent"),
    PAYOUT_ACCEPTED("payout.accepted"),
    PAYOUT_UNKNOWN("payout.unknown"),
    PAYOUT_MANUAL("payout.manual"),
    PAYOUT_SUCCEEDED("payout.succeeded"),
    PAYOUT_FAILED("payout.failed"),
    PAYOUT_RETURNED("payout.returned");

    private static final Map<String, EventType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(type -> type.code, Function.identity()));

    private final String code;

    EventType(String code) {
        this.code = code;
    }

    /** @throws IllegalArgumentException when no such type is known */
    public static EventType of(String code) {
        EventType type = BY_CODE.get(code);
        if (type == null) {
            throw new IllegalArgumentException("'" + code + "' is no type of event these books know; they know "
                    + String.join(", ", BY_CODE.keySet().stream().sorted().toList()));
        }
        return type;
    }

    /** Whether there may be something to book, so that the event's body has to be read. */
    public boolean movesMoney() {
        return this == SUCCEEDED
                || this == CONFLICTED
                || this == REVERSED
                || movesPart().isPresent()
                || movesPayout();
    }

    /** Whether a payout's money is set aside, leaves, or comes back. */
    public boolean movesPayout() {
        return switch (this) {
            case PAYOUT_RESERVED, PAYOUT_SUCCEEDED, PAYOUT_FAILED, PAYOUT_RETURNED -> true;
            default -> false;
        };
    }

    /** What of its payment moved, where it was a part: how the event's data calls it. */
    public Optional<String> movesPart() {
        return switch (this) {
            case REFUND_SUCCEEDED, REFUND_RETURNED -> Optional.of("refund");
            case CAPTURE_SUCCEEDED -> Optional.of("capture");
            case VOID_SUCCEEDED -> Optional.of("void");
            default -> Optional.empty();
        };
    }
}
