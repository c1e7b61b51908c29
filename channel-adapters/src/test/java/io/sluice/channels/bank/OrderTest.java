package io.sluice.channels.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Eventually;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.id.AttemptId;
import io.sluice.core.money.Money;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Purchases and what becomes of them at the host. */
class OrderTest {

    private static final Simulator SIMULATOR = new Simulator();

    private final Shop shop = new Shop(SIMULATOR);

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"approved", "duplicate"})
    void approvedOnce(String outcome) {
        PayOrder order = Shop.order(outcome);
        assertThat(shop.pay(order))
                .isInstanceOfSatisfying(
                        Approved.class, yes -> assertThat(yes.paid()).isEqualTo(order.amount()));
        assertThat(SIMULATOR.booked("charges", order.number())).isOne();
    }

    @Test
    void aRepetitionIsAnsweredAsBeforeAndChargesOnce() {
        PayOrder order = Shop.order("approved");
        assertThat(shop.pay(order)).isEqualTo(shop.pay(order));
        assertThat(SIMULATOR.booked("charges", order.number())).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "declined, false, DECLINED",
        "insufficient-funds, false, INSUFFICIENT_FUNDS",
        "stolen, true, DECLINED_FOR_GOOD"
    })
    void declined(String outcome, boolean hard, OutcomeCode meaning) {
        assertThat(shop.pay(Shop.order(outcome))).isInstanceOfSatisfying(Declined.class, no -> {
            assertThat(no.hard()).isEqualTo(hard);
            assertThat(no.meaning()).isEqualTo(meaning);
        });
    }

    @Test
    void byMagicAmount() {
        assertThat(shop.pay(Shop.order(AttemptId.next().channelNumber(), 7_770_043, "tea")))
                .isInstanceOf(Declined.class);
    }

    @Test
    void notProcessedIsNotSent() {
        assertThat(shop.pay(Shop.order("unavailable"))).isInstanceOf(NotSent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system-error",
                "error-after",
                "timeout-not-charged",
                "timeout-charged",
                "drop-before",
                "drop-after",
                "partial-frame",
                "garbage",
                "bad-mac",
                "partial-approval"
            })
    void unknownIsTakenBackAsOftenAsAsked(String outcome) {
        PayOrder order = Shop.order(outcome);
        assertThat(shop.pay(order)).isInstanceOf(Unknown.class);
        assertThat(Eventually.get(() -> shop.reverse(order), Reversed.class::isInstance))
                .isInstanceOf(Reversed.class);
        assertThat(shop.reverse(order)).isInstanceOf(Reversed.class);
        assertThat(SIMULATOR.booked("charges", order.number())).isZero();
    }

    @Test
    void anOriginalThatComesAfterItsReversalIsRefused() {
        PayOrder order = Shop.order("approved");
        assertThat(shop.reverse(order)).isEqualTo(new Reversed("25"));
        assertThat(shop.pay(order)).isInstanceOf(Declined.class);
        assertThat(SIMULATOR.booked("charges", order.number())).isZero();
    }

    @Test
    void aLateAnswerIsToldThoughNobodyWaits() {
        PayOrder order = Shop.order("charged-late");
        assertThat(shop.pay(order)).isInstanceOf(Unknown.class);
        assertThat(shop.reverse(order)).isEqualTo(new Reversed("00"));
        List<CallbackReading> late = Eventually.get(() -> List.copyOf(shop.late), heard -> !heard.isEmpty());
        assertThat(late).singleElement().isInstanceOfSatisfying(CallbackReading.Authentic.class, word -> {
            assertThat(word.number()).isEqualTo(order.number());
            assertThat(word.outcome()).isInstanceOf(Approved.class);
        });
    }

    @Test
    void heldAndLetGoOfByReversal() {
        PayOrder order = Shop.order("timeout-charged");
        assertThat(shop.authorize(order)).isInstanceOf(Unknown.class);
        assertThat(shop.reverse(order, true)).isEqualTo(new Reversed("00"));
        PayOrder second = Shop.order("approved");
        assertThat(shop.authorize(second))
                .isInstanceOfSatisfying(
                        Authorized.class, yes -> assertThat(yes.held()).isEqualTo(second.amount()));
    }

    @Test
    void refusesWhatItDoesNotTake() {
        PayOrder dollars = Shop.order("approved");
        assertThat(shop.pay(new PayOrder(
                        dollars.number(),
                        Money.of(1500, "USD"),
                        "card",
                        "tea",
                        null,
                        null,
                        dollars.expiresAt(),
                        Shop.CARD)))
                .isInstanceOfSatisfying(
                        NotSent.class, no -> assertThat(no.code()).isEqualTo("currency_unsupported"));
        ChannelOutcome cardless = shop.pay(
                new PayOrder(dollars.number(), Money.of(1500, "CNY"), "card", "tea", null, null, dollars.expiresAt()));
        assertThat(cardless)
                .isInstanceOfSatisfying(
                        NotSent.class, no -> assertThat(no.code()).isEqualTo("card_missing"));
    }
}
