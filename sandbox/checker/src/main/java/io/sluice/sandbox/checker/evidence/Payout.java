package io.sluice.sandbox.checker.evidence;

import java.util.Set;

/**
 * A payout as its row tells it.
 *
 * @param id {@code pyo_…}
 * @param asked whether there is a time at which its channel is asked about it
 * @param failedFrom where it stood before it failed; empty when it did not
 * @param explained whether its row has the word, the channel's or people's, with which it failed
 */
public record Payout(
        String id, long amountMinor, String state, int version, boolean asked, String failedFrom, boolean explained) {
    private static final Set<String> OPEN = Set.of("RESERVED", "SENT", "ACCEPTED", "UNKNOWN", "MANUAL");

    /** Whether nobody knows yet what became of it. */
    public boolean isOpen() {
        return OPEN.contains(state);
    }

    /** As the channel knows it: the id without its prefix. */
    public String number() {
        return id.substring(id.indexOf('_') + 1);
    }
}
