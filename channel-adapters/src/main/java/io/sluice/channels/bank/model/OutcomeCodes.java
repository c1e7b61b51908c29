package io.sluice.channels.bank.model;

import io.sluice.core.channel.OutcomeCode;
import java.util.Map;

/** The host's codes in our words, where they say more than their class; {@code docs/outcome-codes.md}. */
final class OutcomeCodes {

    static final Map<String, OutcomeCode> MEANINGS = Map.ofEntries(
            Map.entry("51", OutcomeCode.INSUFFICIENT_FUNDS),
            Map.entry("61", OutcomeCode.LIMIT_EXCEEDED),
            Map.entry("65", OutcomeCode.LIMIT_EXCEEDED),
            Map.entry("12", OutcomeCode.REQUEST_REFUSED),
            Map.entry("13", OutcomeCode.REQUEST_REFUSED));

    private OutcomeCodes() {}

    static OutcomeCode of(String code, OutcomeCode otherwise) {
        return MEANINGS.getOrDefault(code, otherwise);
    }
}
