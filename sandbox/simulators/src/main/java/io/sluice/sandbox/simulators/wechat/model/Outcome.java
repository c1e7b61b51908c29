package io.sluice.sandbox.simulators.wechat.model;

import io.sluice.sandbox.simulators.model.Playable;
import java.util.Optional;

/** What an order meets with: how its request is answered, what its payer does and what its callback is like. */
public enum Outcome implements Playable {
    APPROVED("the payer pays after the usual delay; one honest callback"),
    DECLINED("the payer's bank refuses: a query says PAYERROR, no callback; it can still be paid by hand"),
    LATE("the payer pays, but the callback leaves only ten minutes later (divided by the time scale)"),
    NEVER("the payer does nothing until a hand pays or declines for him"),
    SILENT("the payer pays, but there is no callback: only a query reveals it"),
    DUPLICATE("the payer pays; the same callback arrives three times at once"),
    OUT_OF_ORDER("the payer pays; stale callbacks that still say USERPAYING arrive before and after the real one"),
    PROBE("the payer pays; a callback with a WECHATPAY/SIGNTEST/ signature comes first, then the real one"),
    TIMEOUT_CHARGED(
            "the first request is never answered, the payer pays, and there is no callback: only a query reveals it"),
    TIMEOUT_NOT_CHARGED("the order request is never answered and nothing is kept"),
    CHARGED_LATE(
            "as timeout-charged, but the payer takes twelve times as long: queries first say NOTPAY, later SUCCESS"),
    PAID_AFTER_CLOSE(
            "the payer does nothing until the order is closed; then the money comes after all, with an honest callback"),
    ERROR_AFTER("the order is kept but its first request is answered 500 SYSTEM_ERROR; then the payer pays"),
    WRONG_AMOUNT("the payer pays; the callback lies about the amount, a query tells the truth"),
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
        if (label.equalsIgnoreCase("manual")) {
            return Optional.of(NEVER);
        }
        return Playable.ofLabel(values(), label);
    }
}
