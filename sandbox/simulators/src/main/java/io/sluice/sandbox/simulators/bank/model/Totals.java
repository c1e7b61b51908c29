package io.sluice.sandbox.simulators.bank.model;

import java.util.Collection;

/** What a terminal's batch came to: DE 48 of a settlement, amounts in minor units and counts. */
public record Totals(long chargedMinor, int charges, long refundedMinor, int refunds) {

    static Totals of(Collection<Transaction> all, String terminal, String batch) {
        long charged = 0;
        long refunded = 0;
        int charges = 0;
        int refunds = 0;
        for (Transaction one : all) {
            if (counts(one, terminal, batch) && one.kind() == Kind.REFUND) {
                refunded = Math.addExact(refunded, one.amountMinor());
                refunds++;
            } else if (counts(one, terminal, batch)) {
                charged = Math.addExact(charged, one.amountMinor());
                charges++;
            }
        }
        return new Totals(charged, charges, refunded, refunds);
    }

    /** Whether it is a charge or a refund of the batch that stands. */
    public static boolean counts(Transaction one, String terminal, String batch) {
        Kind kind = one.kind();
        return one.is(Transaction.Status.DONE)
                && one.key().terminal().equals(terminal)
                && one.batch().equals(batch)
                && kind != null
                && (kind.isCharge() || kind == Kind.REFUND);
    }

    /** Charges and refunds, each an amount of 12 digits and a count of 6. */
    public String text() {
        return "%012d%06d%012d%06d".formatted(chargedMinor, charges, refundedMinor, refunds);
    }

    /** @return the answer, whose DE 48 has the host's own totals and then 1 where they are the terminal's, else 2 */
    public static Message settle(Message message, Collection<Transaction> all) {
        String batch = message.text(De.TYPE_AND_BATCH).substring(2, 8);
        String ours = of(all, message.text(De.TERMINAL), batch).text();
        String verdict = ours.equals(message.text(De.ADDITIONAL)) ? "1" : "2";
        return message.answer(Codes.APPROVED).with(De.ADDITIONAL, ours + verdict);
    }
}
