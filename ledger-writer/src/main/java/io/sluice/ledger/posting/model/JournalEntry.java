package io.sluice.ledger.posting.model;

import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines that belong together. Debits equal credits in each currency: an entry that does not balance cannot exist.
 *
 * @param at when what is booked happened
 */
public record JournalEntry(
        JournalEntryId id,
        EventId event,
        MerchantId merchant,
        PaymentId payment,
        EntryKind kind,
        Instant at,
        List<JournalLine> lines) {

    /** @throws IllegalArgumentException when it has no lines or does not balance, naming the currency and by how much */
    public JournalEntry {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "the entry of " + event + " has no lines; it needs a debit and a credit");
        }
        requireBalanced(event, lines);
    }

    private static void requireBalanced(EventId event, List<JournalLine> lines) {
        Map<Currency, BigInteger> difference = new HashMap<>();
        for (JournalLine line : lines) {
            difference.merge(line.amount().currency(), signed(line), BigInteger::add);
        }
        difference.forEach((currency, minor) -> {
            if (minor.signum() != 0) {
                throw new IllegalArgumentException("the entry of " + event + " does not balance in " + currency
                        + ": debits exceed credits by " + minor + " minor units");
            }
        });
    }

    private static BigInteger signed(JournalLine line) {
        Money amount = line.amount();
        BigInteger minor = BigInteger.valueOf(amount.minor());
        return line.side() == Side.DEBIT ? minor : minor.negate();
    }
}
