package io.sluice.channels.unionpay.model;

import io.sluice.core.channel.OutcomeCode;
import java.util.Map;

/** ACP's response codes in our words, where they say more than the kind of the outcome; {@code docs/outcome-codes.md}. */
final class OutcomeCodes {

    static final Map<String, OutcomeCode> MEANINGS = Map.ofEntries(
            Map.entry("02", OutcomeCode.CHANNEL_UNAVAILABLE),
            Map.entry("06", OutcomeCode.CHANNEL_BUSY),
            Map.entry("37", OutcomeCode.CHANNEL_BUSY),
            Map.entry("10", OutcomeCode.REQUEST_REFUSED),
            Map.entry("13", OutcomeCode.REQUEST_REFUSED),
            Map.entry("11", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("31", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("32", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("43", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("33", OutcomeCode.LIMIT_EXCEEDED),
            Map.entry("81", OutcomeCode.LIMIT_EXCEEDED),
            Map.entry("64", OutcomeCode.INSUFFICIENT_FUNDS),
            Map.entry("38", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("61", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("62", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("63", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("68", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("72", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("73", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("77", OutcomeCode.DECLINED_FOR_GOOD),
            Map.entry("30", OutcomeCode.DECLINED),
            Map.entry("60", OutcomeCode.DECLINED),
            Map.entry("65", OutcomeCode.DECLINED),
            Map.entry("66", OutcomeCode.DECLINED),
            Map.entry("67", OutcomeCode.DECLINED),
            Map.entry("69", OutcomeCode.DECLINED),
            Map.entry("71", OutcomeCode.DECLINED));

    private OutcomeCodes() {}

    static OutcomeCode of(String code, OutcomeCode otherwise) {
        return MEANINGS.getOrDefault(code, otherwise);
    }

    /** Whether the same payer need not try again. */
    static boolean isHard(String code) {
        OutcomeCode meaning = of(code, OutcomeCode.DECLINED);
        return meaning == OutcomeCode.DECLINED_FOR_GOOD || meaning == OutcomeCode.ACCOUNT_MISCONFIGURED;
    }
}
