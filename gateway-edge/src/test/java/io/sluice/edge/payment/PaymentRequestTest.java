package io.sluice.edge.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.channel.Card;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.edge.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void readsACard() {
        AcceptPayment read = read("{\"number\":\"4111111111111111\",\"expiry\":\"2026-11\"}");
        assertThat(read.card()).isEqualTo(new Card("4111111111111111", YearMonth.of(2026, 11)));
        assertThat(read.toString()).doesNotContain("4111111111111111");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\":\"4111111111111112\",\"expiry\":\"2031-12\"}",
                "{\"number\":\"4111-1111-1111-1111\",\"expiry\":\"2031-12\"}",
                "{\"number\":4111111111111111,\"expiry\":\"2031-12\"}",
                "{\"number\":\"4111111111111111\",\"expiry\":\"12/31\"}",
                "{\"number\":\"4111111111111111\",\"expiry\":\"2031-13\"}",
                "{\"number\":\"4111111111111111\",\"expiry\":\"2026-10\"}",
                "{\"number\":\"4111111111111111\"}",
                "{\"number\":\"4111111111111111\",\"expiry\":\"2031-12\",\"cvv\":\"123\"}",
                "\"4111111111111111\""
            })
    void refusesWhatIsNoCardWithoutQuotingIt(String card) {
        assertThatThrownBy(() -> read(card)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().toString()).contains("card").doesNotContain("4111");
            assertThat(String.valueOf(refused.getMessage())).doesNotContain("4111");
        });
    }

    private static AcceptPayment read(String card) {
        String body =
                "{\"merchant_order_no\":\"1\",\"amount\":1500,\"currency\":\"CNY\",\"method\":\"card\",\"description\":\"tea\","
                        + "\"card\":" + card + "}";
        return PaymentRequest.read(MerchantId.next(), List.of("key"), body.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
