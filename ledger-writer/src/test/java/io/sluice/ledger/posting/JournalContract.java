package io.sluice.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.ledger.posting.json.JsonEventBodies;
import io.sluice.ledger.posting.model.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** What every journal promises. */
public abstract class JournalContract {

    private final Decisions decisions = new Decisions(new JsonEventBodies());

    protected abstract Books books();

    @Test
    void aSuccessIsPostedOnceHoweverOftenItComes() {
        TestPayment payment = TestPayment.alone(1500, 9, "CNY");
        List<PaymentEvent> events = List.of(payment.created(), payment.requiresAction(), payment.succeeded());

        assertThat(post(events)).containsExactly(Outcome.CONSUMED, Outcome.CONSUMED, Outcome.POSTED);
        assertThat(post(events)).containsOnly(Outcome.DUPLICATE);

        assertThat(books().entries(payment.id()))
                .containsExactly(
                        "charge DEBIT channel_receivable:wechat:" + payment.channelAccount() + " 1500 CNY",
                        "charge CREDIT merchant_payable:" + payment.merchant() + " 1500 CNY",
                        "charge DEBIT merchant_payable:" + payment.merchant() + " 9 CNY",
                        "charge CREDIT fee_income 9 CNY");
        assertThat(books().due(payment.merchant(), "CNY")).isEqualTo(1491);
    }

    @Test
    void theSameEventTwiceInOneDeliveryIsOneEvent() {
        TestPayment payment = TestPayment.alone(100, 0, "JPY");
        PaymentEvent paid = payment.succeeded();

        assertThat(post(List.of(paid, paid))).containsExactly(Outcome.POSTED, Outcome.DUPLICATE);
        assertThat(books().due(payment.merchant(), "JPY")).isEqualTo(100);
    }

    @Test
    void aConflictIsHeldAndReleasedInOneDelivery() {
        TestPayment payment = TestPayment.alone(1500, 9, "CNY");

        post(List.of(payment.created(), payment.failed(), payment.conflicted(), payment.decidedForTheMerchant()));

        assertThat(books().entries(payment.id()))
                .hasSize(6)
                .contains("conflict_released DEBIT conflict_suspense 1500 CNY");
        assertThat(books().due(payment.merchant(), "CNY")).isEqualTo(1491);
    }

    @Test
    void aConflictIsHeldAndReleasedInSeveralDeliveries() {
        TestPayment payment = TestPayment.alone(1500, 9, "KWD");

        post(List.of(payment.conflicted()));
        assertThat(books().due(payment.merchant(), "KWD")).isZero();
        post(List.of(payment.decidedForTheMerchant()));

        assertThat(books().entries(payment.id()))
                .hasSize(6)
                .contains("conflict_released DEBIT conflict_suspense 1500 KWD");
        assertThat(books().due(payment.merchant(), "KWD")).isEqualTo(1491);
    }

    @Test
    void moneyThatCameTwiceIsChargedOnceAndHeldOnce() {
        TestPayment payment = TestPayment.alone(1500, 9, "CNY");

        assertThat(post(List.of(payment.succeeded(), payment.conflicted())))
                .containsExactly(Outcome.POSTED, Outcome.POSTED);

        assertThat(books().entries(payment.id()))
                .hasSize(6)
                .contains("charge CREDIT fee_income 9 CNY", "conflict_held CREDIT conflict_suspense 1500 CNY");
        assertThat(books().due(payment.merchant(), "CNY")).isEqualTo(1491);
    }

    @Test
    void aConflictIsHeldEachTimeAndLeavesSuspenseAsItCame() {
        TestPayment payment = TestPayment.alone(1500, 9, "CNY");
        PaymentEvent again = payment.coded(8, "payment.conflicted", "give_back_bounced");

        assertThat(post(List.of(
                        payment.conflicted(),
                        payment.givenBack(5, "refund.succeeded"),
                        payment.givenBack(7, "refund.returned"),
                        again,
                        payment.givenBack(10, "refund.succeeded"))))
                .containsExactly(Outcome.POSTED, Outcome.POSTED, Outcome.POSTED, Outcome.CONSUMED, Outcome.POSTED);
        assertThat(post(List.of(payment.coded(11, "payment.conflicted", "paid"), payment.decidedForTheMerchant())))
                .containsExactly(Outcome.POSTED, Outcome.POSTED);

        assertThat(books().entries(payment.id()))
                .contains(
                        "conflict_given_back DEBIT conflict_suspense 1500 CNY",
                        "conflict_given_back CREDIT channel_receivable:wechat:" + payment.channelAccount()
                                + " 1500 CNY",
                        "conflict_bounced CREDIT conflict_suspense 1500 CNY");
        assertThat(books().due(payment.merchant(), "CNY")).isEqualTo(1491);
        assertThat(books().rejections(payment.merchant())).isEmpty();
    }

    @Test
    void aChargeThatStandsIsBookedOnceWhenTheOtherIsGivenBack() {
        TestPayment payment = TestPayment.alone(1500, 9, "CNY");

        assertThat(post(List.of(
                        payment.succeeded(),
                        payment.conflicted(),
                        payment.givenBack(5, "refund.succeeded"),
                        payment.coded(6, "payment.succeeded", "given_back"))))
                .containsExactly(Outcome.POSTED, Outcome.POSTED, Outcome.POSTED, Outcome.CONSUMED);
        assertThat(books().due(payment.merchant(), "CNY")).isEqualTo(1491);
    }

    @Test
    void whatNeverCameLeavesSuspenseAndAChargeThatStandsStaysAsItIs() {
        TestPayment payment = TestPayment.alone(1500, 9, "CNY");
        String standing = payment.attempt("SUCCEEDED", "2025-12-31T00:00:00.000000Z");

        assertThat(post(List.of(
                        payment.succeeded(),
                        payment.conflicted(),
                        payment.nothingCame(5, "payment.succeeded", standing),
                        payment.conflicted(),
                        payment.nothingCame(7, "payment.succeeded", standing))))
                .containsOnly(Outcome.POSTED);

        assertThat(books().entries(payment.id()))
                .hasSize(12)
                .contains(
                        "conflict_withdrawn DEBIT conflict_suspense 1500 CNY",
                        "conflict_withdrawn CREDIT channel_receivable:wechat:" + payment.channelAccount()
                                + " 1500 CNY");
        assertThat(books().due(payment.merchant(), "CNY")).isEqualTo(1491);
        assertThat(books().rejections(payment.merchant())).isEmpty();
    }

    @Test
    void whatNeverCameTooLateLeavesNothing() {
        TestPayment payment = TestPayment.alone(1500, 9, "CNY");

        assertThat(post(List.of(payment.failed(), payment.conflicted(), payment.nothingCame(5, "payment.reversed"))))
                .containsExactly(Outcome.CONSUMED, Outcome.POSTED, Outcome.POSTED);
        assertThat(post(List.of(payment.coded(6, "payment.reversed", "given_back"))))
                .as("its refund was booked")
                .containsExactly(Outcome.CONSUMED);

        assertThat(books().due(payment.merchant(), "CNY")).isZero();
    }

    @Test
    void refundsAreBookedEachAndTheFeeIsKept() {
        TestPayment payment = TestPayment.alone(1500, 9, "CNY");
        PaymentEvent first = payment.refund(5, "refund.succeeded", 500);

        assertThat(post(List.of(
                        payment.succeeded(),
                        payment.refund(4, "refund.created", 500),
                        first,
                        payment.refund(7, "refund.succeeded", 1000))))
                .containsExactly(Outcome.POSTED, Outcome.CONSUMED, Outcome.POSTED, Outcome.POSTED);
        assertThat(post(List.of(first))).containsExactly(Outcome.DUPLICATE);

        assertThat(books().entries(payment.id()))
                .contains(
                        "refund DEBIT merchant_payable:" + payment.merchant() + " 500 CNY",
                        "refund CREDIT channel_receivable:wechat:" + payment.channelAccount() + " 1000 CNY");
        assertThat(books().due(payment.merchant(), "CNY")).as("the fee").isEqualTo(-9);
        post(List.of(payment.refund(8, "refund.returned", 500)));
        assertThat(books().due(payment.merchant(), "CNY")).isEqualTo(491);
    }

    @Test
    void capturesAreBookedEachWithTheirPartOfTheFeeAndVoidedOnesAreBookedBack() {
        TestPayment payment = TestPayment.alone(1500, 10, "CNY");

        assertThat(post(List.of(
                        payment.event(2, "payment.authorized", "AUTHORIZED", null),
                        payment.capture(4, "capture.succeeded", 500, 500),
                        payment.capture(6, "capture.succeeded", 1000, 1500),
                        payment.captured(7))))
                .containsExactly(Outcome.CONSUMED, Outcome.POSTED, Outcome.POSTED, Outcome.CONSUMED);
        assertThat(books().entries(payment.id()))
                .contains(
                        "capture DEBIT channel_receivable:wechat:" + payment.channelAccount() + " 500 CNY",
                        "capture CREDIT fee_income 3 CNY",
                        "capture CREDIT fee_income 7 CNY");
        assertThat(books().due(payment.merchant(), "CNY")).isEqualTo(1490);

        post(List.of(payment.capture(9, "void.succeeded", 500, 1000)));
        assertThat(books().due(payment.merchant(), "CNY"))
                .as("as if only the other were there")
                .isEqualTo(1000 - 6);
        post(List.of(payment.capture(11, "void.succeeded", 1000, 0)));
        assertThat(books().due(payment.merchant(), "CNY")).isZero();
    }

    @Test
    void whatCannotBeReadIsKeptWithItsReasonAndStopsNobody() {
        TestPayment payment = TestPayment.alone(1500, 9, "CNY");
        PaymentEvent unreadable = payment.of(2, "payment.succeeded", "{\"id\":\"\0\"}");

        assertThat(post(List.of(payment.created(), unreadable, payment.succeeded())))
                .containsExactly(Outcome.CONSUMED, Outcome.REJECTED, Outcome.POSTED);
        assertThat(post(List.of(unreadable))).containsExactly(Outcome.DUPLICATE);
        assertThat(books().rejections(payment.merchant())).hasSize(1);
    }

    @Test
    void aSecondChargeOfAPaymentIsRejectedAndItsNeighboursArePosted() {
        TestPayment twice = TestPayment.alone(1500, 9, "CNY");
        TestPayment once = TestPayment.alone(700, 0, "CNY");

        assertThat(post(List.of(twice.succeeded(), once.created(), twice.succeeded(), once.succeeded())))
                .containsExactlyInAnyOrder(Outcome.POSTED, Outcome.CONSUMED, Outcome.REJECTED, Outcome.POSTED);

        assertThat(books().due(twice.merchant(), "CNY")).isEqualTo(1491);
        assertThat(books().due(once.merchant(), "CNY")).isEqualTo(700);
        assertThat(books().rejections(twice.merchant()))
                .singleElement()
                .asString()
                .startsWith("the books refuse it");
    }

    @Test
    void merchantsAndCurrenciesAreKeptApart() {
        MerchantId merchant = MerchantId.next();
        ChannelAccountId account = ChannelAccountId.next();

        post(List.of(
                TestPayment.of(merchant, account, 100, 1, "CNY").succeeded(),
                TestPayment.of(merchant, account, 200, 2, "CNY").succeeded(),
                TestPayment.of(merchant, account, 300, 3, "JPY").succeeded()));

        assertThat(books().due(merchant, "CNY")).isEqualTo(297);
        assertThat(books().due(merchant, "JPY")).isEqualTo(297);
        assertThat(books().due(MerchantId.next(), "CNY")).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyDeliveryOfAnyEventsBalancesAndCountsEachOnce(long seed) {
        EventSequence sequence = EventSequence.of(new Random(seed));

        sequence.deliveries().forEach(this::post);

        assertThat(books().wrong()).as("seed %d", seed).isEmpty();
        sequence.dues()
                .forEach((owner, due) -> assertThat(books().due(owner.merchant(), owner.currency()))
                        .as("seed %d, %s", seed, owner)
                        .isEqualTo(due));
    }

    protected final List<Outcome> post(List<PaymentEvent> events) {
        return Flux.fromIterable(decisions.of(events))
                .flatMapSequential(books().journal()::post, Integer.MAX_VALUE)
                .flatMapIterable(outcomes -> outcomes)
                .collectList()
                .blockOptional(Duration.ofSeconds(20))
                .orElseThrow();
    }
}
