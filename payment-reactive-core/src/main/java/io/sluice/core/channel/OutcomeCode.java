package io.sluice.core.channel;

import java.util.Locale;
import java.util.Optional;

/**
 * What became of an attempt, in words that mean the same at every channel and do not change; {@code docs/outcome-codes.md}
 * shows them. Adapters map their channel's codes to these.
 */
public enum OutcomeCode {
    PAID(Advice.DELIVER, false),
    GIVEN_BACK(Advice.ORDER_AGAIN, true),
    NOTHING_CAME(Advice.ORDER_AGAIN, true),
    GIVE_BACK_BOUNCED(Advice.WAIT, false),
    AUTHORIZED(Advice.CAPTURE, false),
    AWAITING_PAYER(Advice.AWAIT_PAYER, true),
    OUTCOME_UNKNOWN(Advice.WAIT, false),
    BEING_REVERSED(Advice.WAIT, false),
    DECLINED(Advice.ORDER_AGAIN, true),
    DECLINED_FOR_GOOD(Advice.OFFER_ANOTHER_METHOD, false),
    INSUFFICIENT_FUNDS(Advice.OFFER_ANOTHER_METHOD, true),
    LIMIT_EXCEEDED(Advice.OFFER_ANOTHER_METHOD, true),
    CLOSED_AT_CHANNEL(Advice.ORDER_AGAIN, true),
    REVERSED_AT_CHANNEL(Advice.ORDER_AGAIN, true),
    VOIDED(Advice.ORDER_AGAIN, true),
    ABSENT_AT_CHANNEL(Advice.ORDER_AGAIN, true),
    CHANNEL_UNAVAILABLE(Advice.ORDER_AGAIN_LATER, true),
    CHANNEL_BUSY(Advice.ORDER_AGAIN_LATER, true),
    ACCOUNT_MISCONFIGURED(Advice.ASK_OPERATOR, false),
    REQUEST_REFUSED(Advice.CHANGE_REQUEST, false);

    private final Advice advice;
    private final boolean payerMayRetry;

    OutcomeCode(Advice advice, boolean payerMayRetry) {
        this.advice = advice;
        this.payerMayRetry = payerMayRetry;
    }

    /** What the merchant should do. */
    public enum Advice {
        DELIVER,
        CAPTURE,
        AWAIT_PAYER,
        WAIT,
        ORDER_AGAIN,
        ORDER_AGAIN_LATER,
        OFFER_ANOTHER_METHOD,
        ASK_OPERATOR,
        CHANGE_REQUEST;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Advice advice() {
        return advice;
    }

    /** Whether the same payer may try again by the same method, in a payment of its own where this one is over. */
    public boolean payerMayRetry() {
        return payerMayRetry;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a word that is none of these. */
    public static Optional<OutcomeCode> of(String wireName) {
        for (OutcomeCode code : values()) {
            if (code.wireName().equals(wireName)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
