package io.sluice.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.ledger.posting.json.JsonEventBodies;
import io.sluice.ledger.posting.model.EntryKind;
import io.sluice.ledger.posting.model.PaymentPostings;
import io.sluice.ledger.posting.model.Posting;
import io.sluice.ledger.posting.model.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecisionsTest {

    private final Decisions decisions = new Decisions(new JsonEventBodies());
    private final TestPayment payment = TestPayment.alone(1500, 9, "CNY");

    @Test
    void aSuccessHasAnEntryForEitherStanding() {
        Posting.Book book = (Posting.Book) decisions.of(payment.succeeded());

        assertThat(book.entries().get(Standing.NOTHING_BOOKED))
                .extracting("kind")
                .isEqualTo(EntryKind.CHARGE);
        assertThat(book.entries().get(Standing.HELD_IN_SUSPENSE))
                .extracting("kind")
                .isEqualTo(EntryKind.CONFLICT_RELEASED);
    }

    @ParameterizedTest
    @CsvSource({"created", "requires_action", "processing", "failed", "closing", "closed"})
    void whereNoMoneyMovedThereIsNothingToBookAndNoBodyToRead(String type) {
        assertThat(decisions.of(payment.of(1, "payment." + type, "not even JSON")))
                .isInstanceOf(Posting.NothingToBook.class);
    }

    @Test
    void anUnknownTypeIsRejectedNotPassedOver() {
        assertThat(reason(payment.of(1, "payment.refunded", "{}")))
                .startsWith("'payment.refunded' is no type of event these books know; they know capture.created,");
    }

    @Test
    void aBodyThatIsNotAsItShouldBeIsRejectedWithItsReason() {
        assertThat(reason(payment.of(3, "payment.succeeded", "{"))).isNotBlank();
        assertThat(reason(payment.of(3, "payment.succeeded", "{}"))).isEqualTo("'id' is missing; it must be a string");
        assertThat(reason(payment.of(3, "payment.succeeded", "{\"id\":1,\"id\":2}")))
                .contains("Duplicate");
        assertThat(reason(changed("\"amount\":1500", "\"amount\":\"1500\"")))
                .startsWith("'amount' is \"1500\"; it must be");
        assertThat(reason(changed("\"amount\":1500", "\"amount\":15.5"))).startsWith("'amount' is 15.5");
        assertThat(reason(changed("\"amount\":1500", "\"amount\":99999999999999999999")))
                .startsWith("'amount' is 9999");
        assertThat(reason(changed("\"amount\":1500", "\"amount\":-1"))).contains("not positive");
        assertThat(reason(changed("\"fee\":9", "\"fee\":1501"))).contains("not between zero and the amount");
        assertThat(reason(changed("\"currency\":\"CNY\"", "\"currency\":\"CNX\"")))
                .contains("not an ISO 4217");
        assertThat(reason(changed("\"state\":\"SUCCEEDED\"", "\"state\":\"DECLINED\"")))
                .startsWith("0 attempts");
    }

    @Test
    void aBodyThatSpeaksOfSomethingElseIsRejected() {
        assertThat(reason(
                        changed(payment.merchant().toString(), MerchantId.next().toString())))
                .startsWith("'merchant_id' is")
                .contains("but the event was delivered as " + payment.merchant());
        assertThat(reason(changed("payment.succeeded", "payment.conflicted"))).startsWith("'type' is");
    }

    @Test
    void twoAttemptsPaidAtOnceAreForPeopleToLookAt() {
        PaymentEvent wrong = of("payment.succeeded", payment.attempt("SUCCEEDED") + "," + payment.attempt("SUCCEEDED"));

        assertThat(reason(wrong)).isEqualTo("2 attempts of the payment succeeded; exactly one can be booked");
    }

    @Test
    void ofTwoPaidAttemptsTheOneThatTheEventIsAboutIsBooked() {
        TestPayment elsewhere = TestPayment.alone(1500, 9, "CNY");
        String earlier = elsewhere.attempt("SUCCEEDED", "2025-12-31T00:00:00.000000Z");
        PaymentEvent twice = of("payment.conflicted", earlier + "," + payment.attempt("SUCCEEDED"));

        Posting.Book book = (Posting.Book) decisions.of(twice);
        assertThat(book.entries().get(Standing.NOTHING_BOOKED).lines())
                .extracting(line -> line.account().code())
                .anyMatch(code -> code.endsWith(payment.channelAccount().toString()))
                .noneMatch(code -> code.endsWith(elsewhere.channelAccount().toString()));
    }

    @Test
    void eventsArePutTogetherByPaymentInTheirOrder() {
        TestPayment other = TestPayment.alone(1, 0, "JPY");
        List<PaymentEvent> events =
                List.of(payment.created(), other.created(), payment.conflicted(), other.succeeded());

        List<PaymentPostings> postings = decisions.of(events);

        assertThat(postings).extracting(PaymentPostings::payment).containsExactly(payment.id(), other.id());
        assertThat(postings.getFirst().postings())
                .extracting(Posting::event)
                .containsExactly(events.get(0), events.get(2));
    }

    private PaymentEvent of(String type, String attempts) {
        EventId id = EventId.next();
        return new PaymentEvent(
                id,
                type,
                payment.merchant(),
                payment.id(),
                4,
                payment.created().at(),
                payment.body(id, 4, type, attempts),
                null);
    }

    private PaymentEvent changed(String from, String to) {
        PaymentEvent good = payment.succeeded();
        String body = good.body().replace(from, to);
        return new PaymentEvent(
                good.id(), good.type(), good.merchantId(), good.paymentId(), good.sequence(), good.at(), body, null);
    }

    private String reason(PaymentEvent event) {
        return ((Posting.Reject) decisions.of(event)).reason();
    }
}
