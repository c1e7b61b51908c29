package io.sluice.channels.bank.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which a transaction that was approved is completed, voided or refunded later: the channel's own number of it, as the gateway keeps it.
 *
 * @param authorization DE 38, six signs; empty where the host gave none
 */
public record Reference(String batch, String stan, String sentAt, String authorization) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{6})-([0-9]{6})-([0-9]{10})-([0-9A-Za-z]{0,6})");

    static Reference of(Trace trace, Message answer) {
        return new Reference(trace.batch(), trace.stan(), trace.sentAt(), answer.text(Field.AUTHORIZATION));
    }

    /** Empty for what no host's answer ever became. */
    public static Optional<Reference> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Reference(parts.group(1), parts.group(2), parts.group(3), parts.group(4)))
                : Optional.empty();
    }

    /** DE 61: batch, STAN and DE 7. */
    String original() {
        return batch + stan + sentAt;
    }

    @Override
    public String toString() {
        return batch + "-" + stan + "-" + sentAt + "-" + authorization;
    }
}
