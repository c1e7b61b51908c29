package io.sluice.sandbox.simulators.alipay.model;

import io.sluice.sandbox.simulators.callback.model.Plan;
import io.sluice.sandbox.simulators.model.Playable;
import java.util.Optional;

/** What a trade meets with: how its request is answered, what its payer does and what its notify is like. */
public enum Outcome implements Playable {
    APPROVED("the payer pays after the usual delay, with a code at once; one honest notify"),
    DECLINED("the payer's bank refuses: a code payment fails with 40004, other trades stay WAIT_BUYER_PAY, no notify"),
    WAITING("a code payment is answered 10003, for the payer types his password and then pays; else as approved"),
    LATE("the payer pays, but the notify leaves only ten minutes later (divided by the time scale)"),
    NEVER("the payer does nothing until a hand pays or declines for him; a code payment is answered 10003"),
    SILENT("the payer pays, but there is no notify: only a query reveals it"),
    DUPLICATE("the payer pays; the same notify arrives three times at once"),
    OUT_OF_ORDER("the payer pays; stale notifies that still say WAIT_BUYER_PAY arrive before and after the real one"),
    PROBE("the payer pays; a notify with a wrong signature comes first, then the real one"),
    TIMEOUT_CHARGED(
            "the first request is never answered, the payer pays, and there is no notify: only a query reveals it"),
    TIMEOUT_NOT_CHARGED("the request is never answered and nothing is kept"),
    CHARGED_LATE("as timeout-charged, but the payer takes twelve times as long: queries first say WAIT_BUYER_PAY"),
    PAID_AFTER_CLOSE(
            "the payer does nothing until the trade is closed; then the money comes after all, with an honest notify"),
    ERROR_AFTER("the trade is kept but its first request is answered 20000 ACQ.SYSTEM_ERROR; the payer pays"),
    WRONG_AMOUNT("the payer pays; the notify lies about the amount, a query tells the truth"),
    GARBAGE("the first answer is unreadable, the second has a bad signature, the third is right; the payer pays");

    private final String description;

    Outcome(String description) {
        this.description = description;
    }

    @Override
    public String description() {
        return description;
    }

    public static Optional<Outcome> ofLabel(String label) {
        return label.equalsIgnoreCase("manual") ? Optional.of(NEVER) : Playable.ofLabel(values(), label);
    }

    /** Whether nobody pays by himself. */
    public boolean isIdle() {
        return this == NEVER || this == PAID_AFTER_CLOSE;
    }

    /** Which notifies follow the payment. */
    public Plan notifies() {
        return switch (this) {
            case SILENT, TIMEOUT_CHARGED, CHARGED_LATE -> Plan.NONE;
            case LATE -> Plan.LATE;
            case DUPLICATE -> Plan.THRICE;
            case WRONG_AMOUNT -> Plan.LYING;
            case PROBE -> Plan.PROBED;
            case OUT_OF_ORDER -> Plan.DISORDERED;
            case APPROVED, DECLINED, WAITING, NEVER, TIMEOUT_NOT_CHARGED, PAID_AFTER_CLOSE, ERROR_AFTER, GARBAGE ->
                Plan.ONE;
        };
    }
}
