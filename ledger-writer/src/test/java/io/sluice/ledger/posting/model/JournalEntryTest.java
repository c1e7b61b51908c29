package io.sluice.ledger.posting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JournalEntryTest {

    private static final Account INCOME = new Account.FeeIncome();
    private static final Account SUSPENSE = new Account.ConflictSuspense();

    @Test
    void anEntryThatDoesNotBalanceCannotExist() {
        assertThatThrownBy(() -> entry(debit(10, "CNY"), credit(9, "CNY")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not balance in CNY: debits exceed credits by 1 minor units");
    }

    @Test
    void currenciesBalanceEachForItself() {
        assertThatThrownBy(() -> entry(debit(10, "CNY"), credit(10, "USD"))).hasMessageContaining("does not balance");
        assertThat(entry(debit(1, "CNY"), credit(1, "CNY"), debit(2, "JPY"), credit(2, "JPY"))
                        .lines())
                .hasSize(4);
    }

    @Test
    void sumsBeyondALongAreNoExcuse() {
        assertThatThrownBy(() -> entry(debit(Long.MAX_VALUE, "CNY"), debit(Long.MAX_VALUE, "CNY"), credit(2, "CNY")))
                .hasMessageContaining("does not balance");
    }

    @Test
    void linesArePositiveAndThereAreSome() {
        assertThatThrownBy(() -> debit(0, "CNY")).hasMessageContaining("must be positive");
        assertThatThrownBy(() -> entry()).hasMessageContaining("has no lines");
    }

    private static JournalLine debit(long minor, String currency) {
        return JournalLine.debit(SUSPENSE, Money.of(minor, currency));
    }

    private static JournalLine credit(long minor, String currency) {
        return JournalLine.credit(INCOME, Money.of(minor, currency));
    }

    private static JournalEntry entry(JournalLine... lines) {
        EventId event = EventId.next();
        return new JournalEntry(
                JournalEntryId.of(event),
                event,
                MerchantId.next(),
                PaymentId.next(),
                EntryKind.CHARGE,
                Instant.EPOCH,
                List.of(lines));
    }
}
