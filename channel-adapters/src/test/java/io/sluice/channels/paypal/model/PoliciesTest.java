package io.sluice.channels.paypal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.model.Reply;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PayPal's words mean, word by word. */
class PoliciesTest {

    private static final Money AMOUNT = Money.of(1500, "USD");
    private static final OrderKey ORDER = new OrderKey("PAYEE", "number", AMOUNT);
    private static final ModificationOrder REFUND =
            new ModificationOrder("refund", "number", "CAPTURE", AMOUNT, AMOUNT, true, null);

    private static Movement movement(String status, String value) {
        return new Movement("ID", status, "number", "refund", "PAYEE", value, "USD", null);
    }

    private static OrderView order(String status, @Nullable Movement capture, @Nullable Movement held) {
        return new OrderView("ORDER", "CAPTURE", status, "number", "PAYEE", "15.00", "USD", "https://x", capture, held);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, Pending",
        "PAYER_ACTION_REQUIRED, Pending",
        "APPROVED, Pending",
        "VOIDED, Closed",
        "COMPLETED, Unknown",
        "TOMORROW, Unknown"
    })
    void anOrdersStatus(String status, String outcome) {
        assertThat(OrderPolicy.outcome(order(status, null, null), ORDER))
                .extracting(it -> it.getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, 15.00, Approved",
        "REFUNDED, 15.00, Approved",
        "PARTIALLY_REFUNDED, 15.00, Approved",
        "PENDING, 15.00, Pending",
        "DECLINED, 15.00, Declined",
        "COMPLETED, '', Unknown",
        "COMPLETED, 15.001, Unknown",
        "TOMORROW, 15.00, Unknown"
    })
    void aCapturesStatus(String status, String value, String outcome) {
        assertThat(OrderPolicy.outcome(order("COMPLETED", movement(status, value), null), ORDER))
                .extracting(it -> it.getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, Authorized",
        "PARTIALLY_CAPTURED, Authorized",
        "PENDING, Pending",
        "VOIDED, Closed",
        "DENIED, Declined",
        "TOMORROW, Unknown"
    })
    void anAuthorizationsStatus(String status, String outcome) {
        assertThat(OrderPolicy.outcome(order("COMPLETED", null, movement(status, "15.00")), ORDER))
                .extracting(it -> it.getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "422, INSTRUMENT_DECLINED, Declined",
        "422, PAYER_CANNOT_PAY, Declined",
        "422, ORDER_NOT_APPROVED, Pending",
        "422, ORDER_ALREADY_CAPTURED, Unknown",
        "422, DUPLICATE_REQUEST_ID, Unknown",
        "409, PREVIOUS_REQUEST_IN_PROGRESS, Unknown",
        "429, RATE_LIMIT_REACHED, Unknown",
        "401, AUTHENTICATION_FAILURE, Unknown",
        "500, INTERNAL_SERVER_ERROR, Unknown"
    })
    void aRefusedCompletion(int status, String code, String outcome) {
        assertThat(OrderPolicy.completed(new Reply.Refusal<>(status, code, ""), ORDER))
                .extracting(it -> it.getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_PARAMETER_SYNTAX, NotSent",
        "422, CURRENCY_NOT_SUPPORTED, NotSent",
        "401, invalid_client, NotSent",
        "422, DUPLICATE_REQUEST_ID, Unknown",
        "503, SERVICE_UNAVAILABLE, Unknown"
    })
    void aRefusedOrder(int status, String code, String outcome) {
        assertThat(OrderPolicy.placed(new Reply.Refusal<>(status, code, ""), ORDER))
                .extracting(it -> it.getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void anotherAmountIsAMismatch() {
        var other = new OrderKey("PAYEE", "number", Money.of(1501, "USD"));

        assertThat(OrderPolicy.outcome(order("COMPLETED", movement("COMPLETED", "15.00"), null), other))
                .isInstanceOfSatisfying(
                        ChannelOutcome.Unknown.class,
                        it -> assertThat(it.code()).isEqualTo("answer_mismatch"));
    }

    /** The request that is repeated may itself have taken the last of it. */
    @ParameterizedTest
    @CsvSource({"CAPTURE_FULLY_REFUNDED", "REFUND_AMOUNT_EXCEEDED", "AUTHORIZATION_ALREADY_CAPTURED"})
    void usedUpEndsARequestAndNotItsRepetition(String code) {
        Reply<Movement> reply = new Reply.Refusal<>(422, code, "");

        assertThat(ModificationPolicy.requested(reply, REFUND, "PAYEE"))
                .isInstanceOf(ModificationOutcome.Refused.class);
        assertThat(ModificationPolicy.inquired(reply, REFUND, "PAYEE"))
                .isEqualTo(new ModificationOutcome.Unknown(Fault.ORDER, code, ""));
    }

    @Test
    void anotherMerchantsOrAnotherRefundIsAMismatch() {
        var reply = new Reply.Success<>(movement("COMPLETED", "15.00"));

        assertThat(ModificationPolicy.requested(reply, REFUND, "PAYEE"))
                .isEqualTo(new ModificationOutcome.Succeeded(AMOUNT, "ID"));
        assertThat(ModificationPolicy.requested(reply, REFUND, "OTHER"))
                .isInstanceOf(ModificationOutcome.Unknown.class);
    }

    @Test
    void whatHoldsNothingIsReleased() {
        for (String code : new String[] {"PREVIOUSLY_VOIDED", "AUTHORIZATION_EXPIRED"}) {
            assertThat(ModificationPolicy.released(new Reply.Refusal<>(422, code, ""), REFUND, "HELD"))
                    .isEqualTo(new ModificationOutcome.Succeeded(AMOUNT, "HELD"));
        }
        assertThat(ModificationPolicy.released(new Reply.Refusal<>(422, "PREVIOUSLY_CAPTURED", ""), REFUND, "HELD"))
                .isInstanceOf(ModificationOutcome.Refused.class);
        assertThat(ModificationPolicy.released(new Reply.Lost<>("answer_lost", ""), REFUND, "HELD"))
                .isInstanceOf(ModificationOutcome.Unknown.class);
    }
}
