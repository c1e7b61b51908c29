package io.sluice.channels.paypal.model;

import io.sluice.core.channel.OutcomeCode;
import java.util.Map;

/** PayPal's issues in our words, where they say more than the kind of the outcome; {@code docs/outcome-codes.md}. */
final class OutcomeCodes {

    static final Map<String, OutcomeCode> MEANINGS = Map.ofEntries(
            Map.entry("INSTRUMENT_DECLINED", OutcomeCode.DECLINED),
            Map.entry("TRANSACTION_REFUSED", OutcomeCode.DECLINED),
            Map.entry("PAYER_CANNOT_PAY", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("PAYER_ACCOUNT_RESTRICTED", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("PAYER_ACCOUNT_LOCKED_OR_CLOSED", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("COMPLIANCE_VIOLATION", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("PAYEE_BLOCKED_TRANSACTION", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("TRANSACTION_LIMIT_EXCEEDED", OutcomeCode.LIMIT_EXCEEDED),
            Map.entry("TRANSACTION_RECEIVING_LIMIT_EXCEEDED", OutcomeCode.LIMIT_EXCEEDED),
            Map.entry("RATE_LIMIT_REACHED", OutcomeCode.CHANNEL_BUSY),
            Map.entry("AUTHENTICATION_FAILURE", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("invalid_client", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("NOT_AUTHORIZED", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("PERMISSION_DENIED", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("PAYEE_ACCOUNT_INVALID", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("PAYEE_ACCOUNT_RESTRICTED", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("PAYEE_ACCOUNT_LOCKED_OR_CLOSED", OutcomeCode.ACCOUNT_MISCONFIGURED));

    private OutcomeCodes() {}

    static OutcomeCode of(String issue, OutcomeCode otherwise) {
        return MEANINGS.getOrDefault(issue, otherwise);
    }

    /** Whether the payer's side refuses it for good, so that the same payer need not try again. */
    static boolean isHard(String issue) {
        OutcomeCode meaning = of(issue, OutcomeCode.DECLINED);
        return meaning == OutcomeCode.DECLINED_FOR_GOOD || meaning == OutcomeCode.ACCOUNT_MISCONFIGURED;
    }
}
