package io.sluice.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ListsBills;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillException.Reason;
import io.sluice.core.channel.bill.BillKind;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.channel.bill.BillType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a channel that has bills owes, against its simulator. */
public interface BillContract {

    Shop<?> shop();

    private LocalDate today() {
        return LocalDate.now(ZoneOffset.ofHours(8));
    }

    private List<BillLine> bill(LocalDate day) {
        return Objects.requireNonNull(((ListsBills) shop().channel)
                .bill(day, BillType.TRADES)
                .collectList()
                .block(Duration.ofSeconds(20)));
    }

    private void wish(String wish) {
        shop().simulator().post("/bills", wish);
    }

    @AfterEach
    default void billsAreAsTheyWere() {
        wish("{}");
    }

    @Test
    default void theBillOfADayHasWhatWasPaid() {
        wish("{\"at_once\":true}");
        PayOrder order = shop().order("approved");
        shop().end(Approved.class, order);

        assertThat(bill(today()))
                .filteredOn(line -> line.orderNumber().equals(order.number()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.kind()).isEqualTo(BillKind.CHARGE);
                    assertThat(line.amount()).isEqualTo(order.amount());
                    assertThat(line.modificationNumber()).isEmpty();
                    assertThat(line.raw()).contains(order.number());
                    assertThat(line.settledAt()).isNotNull();
                });
    }

    @Test
    default void aBillThatDiffersFromTheBookIsWholeAllTheSame() {
        shop().end(Approved.class, shop().order("approved"));
        wish("{\"at_once\":true}");
        int whole = bill(today()).size();

        wish("{\"at_once\":true,\"seed\":7,\"extra\":2}");
        List<BillLine> differing = bill(today());

        assertThat(differing).hasSize(whole + 2).isEqualTo(bill(today()));
        assertThat(differing)
                .filteredOn(line -> line.orderNumber().startsWith("nobody"))
                .hasSize(2);
    }

    /** Of hash, signature and totals each channel tells what it has. */
    @Test
    default void aBillThatIsNotWhatItsChannelSaysOfItIsBrokenAtItsEnd() {
        shop().end(Approved.class, shop().order("approved"));
        wish("{\"at_once\":true,\"lies\":true}");

        assertFails(Set.of(Reason.BROKEN));
    }

    @Test
    default void aBillThatIsCutOffHasNoEnd() {
        shop().end(Approved.class, shop().order("approved"));
        wish("{\"at_once\":true,\"cut_off\":true}");

        assertFails(Set.of(Reason.BROKEN, Reason.UNAVAILABLE));
    }

    private void assertFails(Set<Reason> reasons) {
        assertThatThrownBy(() -> bill(today()))
                .isInstanceOfSatisfying(
                        BillException.class,
                        failed -> assertThat(failed.reason()).isIn(reasons));
    }

    @Test
    default void theBillOfADayThatIsNotOverIsNotReady() {
        assertFails(Set.of(Reason.NOT_READY));
    }
}
