package io.sluice.sandbox.simulators.unionpay.model;

import io.sluice.sandbox.simulators.callback.model.Plan;
import io.sluice.sandbox.simulators.model.Playable;
import java.util.Optional;

/** What an order meets with: what its payer does, how his browser is answered, and what its notice is like. */
public enum Outcome implements Playable {
    APPROVED("the payer pays after the usual delay; one honest notice", Plan.ONE),
    DECLINED("the payer's bank refuses (60): only a query tells it", Plan.NONE),
    INSUFFICIENT_FUNDS("the payer's card lacks the money (64): only a query tells it", Plan.NONE),
    LATE("the payer pays, but the notice leaves only ten minutes later (divided by the time scale)", Plan.LATE),
    NEVER("the payer does nothing until a hand pays or declines for him", Plan.ONE),
    SILENT("the payer pays, but there is no notice: only a query reveals it", Plan.NONE),
    DUPLICATE("the payer pays; the same notice arrives three times at once", Plan.THRICE),
    OUT_OF_ORDER(
            "the payer pays; stale notices that still say 05 arrive before and after the real one", Plan.DISORDERED),
    PROBE("the payer pays; a notice with a wrong signature comes first, then the real one", Plan.PROBED),
    TIMEOUT_CHARGED(
            "the order is never answered, the payer pays, and there is no notice: only a query reveals it", Plan.NONE),
    TIMEOUT_NOT_CHARGED("the order is never answered and nothing is kept", Plan.NONE),
    CHARGED_LATE("as silent, but the payer takes twelve times as long: queries first say 05, later 00", Plan.NONE),
    PAID_AFTER_CLOSE(
            "the payer does nothing until the time is over; then the money comes after all, with an honest notice",
            Plan.ONE),
    ERROR_AFTER("the order is kept but answered 500; then the payer pays", Plan.ONE),
    WRONG_AMOUNT("the payer pays; the notice lies about the amount, a query tells the truth", Plan.LYING),
    GARBAGE(
            "the payer pays; the first query's answer is unreadable, the second has a bad signature; no notice",
            Plan.NONE);

    private final String description;
    private final Plan notices;

    Outcome(String description, Plan notices) {
        this.description = description;
        this.notices = notices;
    }

    @Override
    public String description() {
        return description;
    }

    public Plan notices() {
        return notices;
    }

    public static Optional<Outcome> ofLabel(String label) {
        return label.equalsIgnoreCase("manual") ? Optional.of(NEVER) : Playable.ofLabel(values(), label);
    }

    /** The code with which the payer's visit ends. */
    ResponseCode end() {
        return switch (this) {
            case DECLINED -> ResponseCode.ISSUER;
            case INSUFFICIENT_FUNDS -> ResponseCode.FUNDS;
            default -> ResponseCode.SUCCESS;
        };
    }
}
