package io.sluice.sandbox.checker.evidence;

/**
 * A line of the ledger's journal.
 *
 * @param kind of its entry: {@code charge}, {@code refund} …
 * @param account with its kind first: {@code channel_receivable:wechat:cha_…}
 */
public record Posting(
        String entryId,
        String paymentId,
        String kind,
        String account,
        boolean debit,
        long amountMinor,
        String currency) {

    /** What it adds to the debit side, in minor units. */
    public long debitMinor() {
        return debit ? amountMinor : -amountMinor;
    }

    public boolean isOfChannel() {
        return account.startsWith("channel_receivable:");
    }

    /** Of what came twice or too late and is nobody's yet. */
    public boolean isOfSuspense() {
        return account.equals("conflict_suspense");
    }

    public boolean isPayout() {
        return kind.startsWith("payout_");
    }

    /** Of a refund or of one that bounced, whether it was of what was captured or of what was in conflict. */
    public boolean isRefund() {
        return kind.startsWith("refund") || kind.equals("conflict_given_back") || kind.equals("conflict_bounced");
    }
}
