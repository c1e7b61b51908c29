package io.sluice.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sluice.sandbox.books.LedgerEntry;
import io.sluice.sandbox.client.ServerSentEvent;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.shop.ReceivedWebhook;
import io.sluice.sandbox.story.PaymentOrder;
import io.sluice.sandbox.story.PaymentTrace;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From a merchant's request to the merchant's webhook. */
class PaymentE2E {

    @Test
    void aPaymentSucceedsAndEverybodyHearsOfIt() {
        PaymentTrace trace = pay("approved", null);

        assertThat(trace.state()).isEqualTo("SUCCEEDED");
        assertThat(trace.events())
                .extracting(ServerSentEvent::type)
                .containsExactly("payment.created", "payment.requires_action", "payment.succeeded");
        assertThat(trace.events()).extracting(ServerSentEvent::sequence).containsExactly(1, 2, 3);
        assertThat(trace.webhooks()).allMatch(ReceivedWebhook::hasGenuineSignature);
        assertThat(trace.webhooks())
                .extracting(webhook -> Json.text(Json.read(webhook.body()), "type"))
                .contains("payment.created", "payment.requires_action", "payment.succeeded");
    }

    @Test
    void aPaymentIsBookedInPairsWithItsFee() {
        PaymentTrace trace = pay("approved", null);

        assertThat(trace.entries())
                .extracting(LedgerEntry::side, LedgerEntry::amountMinor)
                .contains(tuple("DEBIT", 10_000L), tuple("CREDIT", 10_000L), tuple("DEBIT", 60L), tuple("CREDIT", 60L));
    }

    @Test
    void whatNobodyPaysInTimeCloses() {
        PaymentTrace trace = pay("never", 10);

        assertThat(trace.state()).isEqualTo("CLOSED");
        assertThat(trace.events()).extracting(ServerSentEvent::type).endsWith("payment.closing", "payment.closed");
        assertThat(trace.entries()).isEmpty();
    }

    @Test
    void allBooksTellTheSameStory() {
        List.of("approved", "declined", "duplicate").forEach(outcome -> pay(outcome, null));

        var verification = SandboxFixture.settled(Duration.ofSeconds(60));

        assertThat(verification.findings())
                .allSatisfy(finding ->
                        assertThat(finding.differences()).as(finding.rule()).isEmpty());
        assertThat(verification.open()).isEmpty();
    }

    private static PaymentTrace pay(String outcome, @Nullable Integer expiresInSeconds) {
        var order = new PaymentOrder(
                "e2e-" + UUID.randomUUID(), 10_000, "CNY", "wechat_native", outcome, null, expiresInSeconds);
        return DemoShop.pay(order);
    }
}
