package io.sluice.sandbox.simulators.paypal.model;

import io.sluice.sandbox.simulators.model.Playable;
import java.util.Optional;

/** What an order meets with: what its payer does, how its completion is answered and what its webhooks are like. */
public enum Outcome implements Playable {
    APPROVED("the payer approves after the usual delay; the capture succeeds; honest webhooks"),
    DECLINED("the payer approves; the capture is refused with INSTRUMENT_DECLINED"),
    LATE("as approved, but every webhook leaves only ten minutes later (divided by the time scale)"),
    NEVER("the payer walks away, until a hand pays or declines for him"),
    SILENT("as approved, but without webhooks: only a query reveals it"),
    DUPLICATE("as approved; every webhook arrives three times at once"),
    OUT_OF_ORDER("as approved; the webhook of the approval comes once more after that of the capture"),
    PROBE("as approved; before each webhook comes one with a signature that must fail"),
    TIMEOUT_CHARGED(
            "the capture is made and its first request is never answered; no webhook of it: only a query reveals it"),
    TIMEOUT_NOT_CHARGED("the order request is never answered and nothing is kept"),
    CAPTURE_LOST("the first capture request is never answered and nothing is done; a repetition goes through"),
    CHARGED_LATE("as timeout-charged, but the capture is PENDING for twelve times the payer's delay, then COMPLETED"),
    ERROR_AFTER("the capture is made but its first request is answered 500"),
    WRONG_AMOUNT("the webhook of the capture lies about the amount, a query tells the truth"),
    GARBAGE("the capture is made and its first answer is unreadable");

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
}
