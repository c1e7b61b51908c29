package io.sluice.channels.unionpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Eventually;
import io.sluice.core.channel.Beneficiary.BankCard;
import io.sluice.core.channel.CallbackReading.OfPayout;
import io.sluice.core.channel.CardNumber;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.Absent;
import io.sluice.core.channel.ModificationOutcome.Processing;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import io.sluice.core.channel.PayoutOrder;
import io.sluice.core.id.PayoutId;
import io.sluice.core.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money that leaves for a card: taken on is not paid, a number is paid once, and what is not answered is asked about. */
class PayoutTest {

    private final Shop shop = new Shop();
    private final UnionPayChannel channel = shop.channel;

    @Test
    void whatIsTakenOnIsPaidLaterAndItsNoticeSaysTheSame() {
        PayoutOrder order = order("paid", 1500);
        assertThat(Shop.block(channel.payOut(order))).isInstanceOf(Processing.class);

        Succeeded paid = until(order, Succeeded.class);

        assertThat(paid.moved()).isEqualTo(order.amount());
        assertThat(told(order, 1).getFirst().outcome()).isEqualTo(paid);
    }

    @Test
    void aNumberIsPaidOnce() {
        PayoutOrder order = order("paid", 1500);
        Shop.block(channel.payOut(order));
        Succeeded first = until(order, Succeeded.class);

        assertThat(Shop.block(channel.payOut(order))).isEqualTo(first);
    }

    @Test
    void whatIsRefusedIsRefusedAtOnceAndNothingIsKept() {
        PayoutOrder order = order("declined", 1500);
        assertThat(Shop.block(channel.payOut(order))).isInstanceOf(Refused.class);
        assertThat(Shop.block(channel.inquirePayout(order))).isInstanceOf(Absent.class);
    }

    @Test
    void theBeneficiarysBankMayRefuseWhatWasTakenOn() {
        PayoutOrder order = order("failed", 1500);
        assertThat(Shop.block(channel.payOut(order))).isInstanceOf(Processing.class);
        until(order, Refused.class);
    }

    @Test
    void anAccountThatLacksTheMoneyIsARefusal() {
        assertThat(Shop.block(channel.payOut(order("insufficient-funds", 1500))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("64"));
    }

    @Test
    void whatIsNotAnsweredIsUnknownUntilItIsAskedAbout() {
        PayoutOrder paid = order("timeout-paid", 1500);
        PayoutOrder failed = order("timeout-failed", 1500);
        assertThat(Shop.block(channel.payOut(paid))).isInstanceOf(Unknown.class);
        assertThat(Shop.block(channel.payOut(failed))).isInstanceOf(Unknown.class);
        until(paid, Succeeded.class);
        until(failed, Refused.class);
    }

    @Test
    void whatNeverArrivedIsSentAgainUnderItsNumber() {
        PayoutOrder order = order("timeout-not-sent", 1500);
        assertThat(Shop.block(channel.payOut(order))).isInstanceOf(Unknown.class);
        assertThat(Shop.block(channel.inquirePayout(order))).isInstanceOf(Absent.class);
        assertThat(Shop.block(channel.payOut(order))).isInstanceOf(Processing.class);
        until(order, Succeeded.class);
    }

    @Test
    void whatComesBackIsToldOfAndFound() {
        PayoutOrder order = order("bounced", 1500);
        Shop.block(channel.payOut(order));
        until(order, Refused.class);
        assertThat(told(order, 2).stream().map(OfPayout::outcome))
                .hasAtLeastOneElementOfType(Succeeded.class)
                .hasAtLeastOneElementOfType(Refused.class);
    }

    private static PayoutOrder order(String outcome, long fen) {
        var card = new BankCard(new CardNumber("6216261000000000018"), "Zhang San");
        return new PayoutOrder(PayoutId.next().channelNumber(), Money.of(fen, "CNY"), card, "outcome=" + outcome);
    }

    private <T extends ModificationOutcome> T until(PayoutOrder order, Class<T> wanted) {
        return wanted.cast(Eventually.get(() -> Shop.block(channel.inquirePayout(order)), wanted::isInstance));
    }

    private List<OfPayout> told(PayoutOrder order, int times) {
        return Eventually.get(
                () -> shop.callbacks(1).stream()
                        .map(shop::read)
                        .filter(OfPayout.class::isInstance)
                        .map(OfPayout.class::cast)
                        .filter(notice -> notice.number().equals(order.number()))
                        .toList(),
                found -> found.size() >= times);
    }
}
