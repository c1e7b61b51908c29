package io.sluice.ledger.posting.model;

import static io.sluice.ledger.posting.model.Standing.HELD_IN_SUSPENSE;
import static io.sluice.ledger.posting.model.Standing.NOTHING_BOOKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostingRulesTest {

    private final MerchantId merchant = MerchantId.next();
    private final ChannelAccountId channelAccount = ChannelAccountId.next();
    private final String receivable = "channel_receivable:wechat:" + channelAccount;
    private final String paidOut = "merchant_paid_out:" + merchant;
    private final String inTransit = "payout_in_transit:wechat:" + channelAccount;
    private final String payable = "merchant_payable:" + merchant;

    @Test
    void aSuccessIsOwedByTheChannelAndOwedToTheMerchantLessTheFee() {
        JournalEntry entry = entry(EventType.SUCCEEDED, NOTHING_BOOKED, 1500, 9, "CNY");

        assertThat(entry.kind()).isEqualTo(EntryKind.CHARGE);
        assertThat(written(entry))
                .containsExactly(
                        "DEBIT " + receivable + " 15.00 CNY",
                        "CREDIT " + payable + " 15.00 CNY",
                        "DEBIT " + payable + " 0.09 CNY",
                        "CREDIT fee_income 0.09 CNY");
    }

    @Test
    void currenciesKeepTheirOwnMinorUnits() {
        assertThat(written(entry(EventType.SUCCEEDED, NOTHING_BOOKED, 1500, 9, "JPY")))
                .first()
                .isEqualTo("DEBIT " + receivable + " 1500 JPY");
        assertThat(written(entry(EventType.SUCCEEDED, NOTHING_BOOKED, 1500, 9, "KWD")))
                .first()
                .isEqualTo("DEBIT " + receivable + " 1.500 KWD");
    }

    @Test
    void noFeeMakesNoFeeLines() {
        assertThat(written(entry(EventType.SUCCEEDED, NOTHING_BOOKED, 1, 0, "CNY")))
                .containsExactly("DEBIT " + receivable + " 0.01 CNY", "CREDIT " + payable + " 0.01 CNY");
    }

    @Test
    void theFeeMayTakeTheWholeAmount() {
        assertThat(entry(EventType.SUCCEEDED, NOTHING_BOOKED, 5, 5, "CNY").lines())
                .hasSize(4);
    }

    @Test
    void aConflictWaitsInSuspenseWithoutAFee() {
        JournalEntry entry = entry(EventType.CONFLICTED, NOTHING_BOOKED, 1500, 9, "CNY");

        assertThat(entry.kind()).isEqualTo(EntryKind.CONFLICT_HELD);
        assertThat(written(entry))
                .containsExactly("DEBIT " + receivable + " 15.00 CNY", "CREDIT conflict_suspense 15.00 CNY");
    }

    @Test
    void aSuccessAfterAConflictReleasesWhatWasHeld() {
        JournalEntry entry = entry(EventType.SUCCEEDED, HELD_IN_SUSPENSE, 1500, 9, "CNY");

        assertThat(entry.kind()).isEqualTo(EntryKind.CONFLICT_RELEASED);
        assertThat(written(entry))
                .containsExactly(
                        "DEBIT conflict_suspense 15.00 CNY",
                        "CREDIT " + payable + " 15.00 CNY",
                        "DEBIT " + payable + " 0.09 CNY",
                        "CREDIT fee_income 0.09 CNY");
    }

    @Test
    void aPayoutIsOnItsWayBeforeItIsPaid() {
        assertThat(written(entry(EventType.PAYOUT_RESERVED, NOTHING_BOOKED, 700, 0, "CNY")))
                .containsExactly("DEBIT " + paidOut + " 7.00 CNY", "CREDIT " + inTransit + " 7.00 CNY");
        assertThat(written(entry(EventType.PAYOUT_SUCCEEDED, NOTHING_BOOKED, 700, 0, "CNY")))
                .containsExactly("DEBIT " + inTransit + " 7.00 CNY", "CREDIT " + receivable + " 7.00 CNY");
    }

    @Test
    void whatFailsOrComesBackIsDueAgain() {
        assertThat(written(entry(EventType.PAYOUT_FAILED, NOTHING_BOOKED, 700, 0, "CNY")))
                .containsExactly("DEBIT " + inTransit + " 7.00 CNY", "CREDIT " + paidOut + " 7.00 CNY");
        assertThat(written(entry(EventType.PAYOUT_RETURNED, NOTHING_BOOKED, 700, 0, "CNY")))
                .containsExactly("DEBIT " + receivable + " 7.00 CNY", "CREDIT " + paidOut + " 7.00 CNY");
    }

    @Test
    void atMostOnePolicyAppliesAndEveryMovementHasOne() {
        for (EventType type : List.of(EventType.SUCCEEDED, EventType.CONFLICTED)) {
            for (Standing standing : Standing.values()) {
                assertThat(PostingRules.entryFor(moved(type, 10, 1, "CNY"), standing))
                        .as("%s, %s", type, standing)
                        .isPresent();
            }
        }
    }

    @Test
    void aChargeThatIsUndoneTakesItsFeeBack() {
        JournalEntry entry = PostingRules.entryFor(
                        moved(EventType.VOID_SUCCEEDED, 1500, 9, "CNY").collectedAtOnce(), NOTHING_BOOKED)
                .orElseThrow();

        assertThat(entry.kind()).isEqualTo(EntryKind.CHARGE_VOIDED);
        assertThat(written(entry))
                .containsExactly(
                        "CREDIT " + receivable + " 15.00 CNY",
                        "DEBIT " + payable + " 15.00 CNY",
                        "CREDIT " + payable + " 0.09 CNY",
                        "DEBIT fee_income 0.09 CNY");
    }

    @Test
    void whatCannotBeBookedIsNamed() {
        assertThatThrownBy(() -> moved(EventType.SUCCEEDED, 0, 0, "CNY")).hasMessage("amount 0.00 CNY is not positive");
        assertThatThrownBy(() -> moved(EventType.SUCCEEDED, 10, 11, "CNY"))
                .hasMessage("fee 0.11 CNY is not between zero and the amount, 0.10 CNY");
        assertThatThrownBy(() -> moved(EventType.SUCCEEDED, 10, -1, "CNY")).hasMessageContaining("fee -0.01 CNY");
        assertThatThrownBy(() -> moved(EventType.FAILED, 10, 1, "CNY")).hasMessageContaining("moves no money");
    }

    private JournalEntry entry(EventType type, Standing standing, long amount, long fee, String currency) {
        return PostingRules.entryFor(moved(type, amount, fee, currency), standing)
                .orElseThrow();
    }

    private MoneyMoved moved(EventType type, long amount, long fee, String currency) {
        return new MoneyMoved(
                EventId.next(),
                type,
                merchant,
                PaymentId.next(),
                Instant.EPOCH,
                Money.of(amount, currency),
                Money.of(fee, currency),
                "wechat",
                channelAccount);
    }

    private static List<String> written(JournalEntry entry) {
        return entry.lines().stream()
                .map(line -> line.side() + " " + line.account().code() + " " + line.amount())
                .toList();
    }
}
