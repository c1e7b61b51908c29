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
            Kind kind = one.kind();
            boolean counts = one.is(Transaction.Status.DONE)
                    && one.key().terminal().equals(terminal)
                    && one.batch().equals(batch);
            if (counts && kind != null && kind.isCharge()) {
                charged = Math.addExact(charged, one.amountMinor());
                charges++;
            } else if (counts && kind == Kind.REFUND) {
                refunded = Math.addExact(refunded, one.amountMinor());
                refunds++;
            }
        }
        return new Totals(charged, charges, refunded, refunds);
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
