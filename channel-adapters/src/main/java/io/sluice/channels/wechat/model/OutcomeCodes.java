package io.sluice.channels.wechat.model;

import io.sluice.core.channel.OutcomeCode;
import java.util.Map;

/** WeChat Pay's codes in our words, where they say more than the kind of the outcome; {@code docs/outcome-codes.md}. */
final class OutcomeCodes {

    static final Map<String, OutcomeCode> MEANINGS = Map.ofEntries(
            Map.entry("NOT_ENOUGH", OutcomeCode.INSUFFICIENT_FUNDS),
            Map.entry("RULE_LIMIT", OutcomeCode.LIMIT_EXCEEDED),
            Map.entry("FREQUENCY_LIMITED", OutcomeCode.CHANNEL_BUSY),
            Map.entry("PARAM_ERROR", OutcomeCode.REQUEST_REFUSED),
            Map.entry("SIGN_ERROR", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("NO_AUTH", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("MCH_NOT_EXISTS", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("APPID_MCHID_NOT_MATCH", OutcomeCode.ACCOUNT_MISCONFIGURED),
            Map.entry("PAYERROR", OutcomeCode.DECLINED));

    private OutcomeCodes() {}

    static OutcomeCode of(String code, OutcomeCode otherwise) {
        return MEANINGS.getOrDefault(code, otherwise);
    }
}
