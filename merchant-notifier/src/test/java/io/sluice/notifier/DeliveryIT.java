package io.sluice.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.MerchantId;
import io.sluice.core.observe.Metrics;
import io.sluice.notifier.Receiver.Answer;
import io.sluice.notifier.Receiver.Received;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/** From Kafka to a merchant's server, over real PostgreSQL, Kafka and HTTP. */
class DeliveryIT {

    private static Ground ground;
    private static ConfigurableApplicationContext notifier;

    private final MerchantId merchant = MerchantId.next();

    @BeforeAll
    static void start() throws Exception {
        ground = new Ground().withCore();
        notifier = ground.notifier(Map.of());
    }

    @AfterAll
    static void stop() {
        notifier.close();
        ground.close();
    }

    @Test
    void deliversOnceSignedAndTraced() {
        try (Receiver receiver = Receiver.answering(204)) {
            ground.endpoint(merchant, receiver.url("/hooks?shop=7"));
            PaymentEvent event = ground.publish(merchant, 1).getFirst();
            Eventually.holds(() -> assertThat(states(event)).containsExactly("DELIVERED"));
            Received webhook = receiver.received().getFirst();
            assertThat(receiver.received()).hasSize(1);
            assertThat(webhook.path()).isEqualTo("/hooks?shop=7");
            assertThat(webhook.body()).isEqualTo(event.body());
            assertThat(webhook.id()).isEqualTo(event.id().toString());
            assertThat(webhook.headers()).containsEntry("content-type", "application/json");
            assertThat(webhook.header("traceparent"))
                    .startsWith(Ground.TRACEPARENT.substring(0, 36))
                    .isNotEqualTo(Ground.TRACEPARENT);
            webhook.assertSignedWith(Secrets.CURRENT);
        }
        Eventually.holds(() -> assertThat(Metrics.exposed(Ground.get(notifier, "/metrics")))
                .isEqualTo(Metrics.documented("notifier")));
        Eventually.holds(() -> assertThat(Ground.get(notifier, "/health/ready"))
                .contains("\"store\"", "\"kafka\"")
                .doesNotContain("DOWN", "OUT_OF_SERVICE"));
    }

    @Test
    void queuesOneDeliveryWhenKafkaDeliversTwice() {
        try (Receiver receiver = Receiver.answering(200)) {
            ground.endpoint(merchant, receiver.url("/"));
            PaymentEvent event = Ground.event(merchant, "payment.succeeded");
            ground.publish(List.of(event, event));
            ground.publish(List.of(event));
            PaymentEvent last = ground.publish(merchant, 1).getFirst();
            Eventually.holds(() -> assertThat(states(last)).containsExactly("DELIVERED"));
            Eventually.holds(() -> assertThat(states(event)).containsExactly("DELIVERED"));
            assertThat(receiver.received().stream().map(Received::id))
                    .containsOnlyOnce(event.id().toString());
        }
    }

    @Test
    void triesAgainAfterAnErrorWithTheSameId() {
        AtomicInteger requests = new AtomicInteger();
        try (Receiver receiver = Receiver.scripted(_ -> Answer.of(requests.incrementAndGet() < 3 ? 500 : 200))) {
            ground.endpoint(merchant, receiver.url("/"));
            PaymentEvent event = ground.publish(merchant, 1).getFirst();
            Eventually.holds(() -> assertThat(states(event)).containsOnly("DELIVERED"));
            List<Map<String, Object>> attempts = ground.rows().attempts(event);
            assertThat(attempts).extracting(row -> row.get("status")).containsExactly(500, 500, 200);
            assertThat(attempts).extracting(row -> row.get("attempt_no")).containsExactly(1, 2, 3);
            assertThat(receiver.received())
                    .extracting(Received::id)
                    .containsOnly(event.id().toString());
            receiver.received().forEach(webhook -> webhook.assertSignedWith(Secrets.CURRENT));
        }
    }

    @Test
    void doesNotFollowRedirects() {
        try (Receiver receiver = Receiver.scripted(request -> Mono.just(
                request.path().equals("/moved")
                        ? new Answer(302, Map.of("location", "/elsewhere"), "moved")
                        : new Answer(200, Map.of(), "")))) {
            ground.endpoint(merchant, receiver.url("/moved"));
            PaymentEvent event = ground.publish(merchant, 1).getFirst();
            Eventually.holds(() -> assertThat(receiver.receivedAt("/moved")).hasSizeGreaterThan(1));
            Map<String, Object> first = ground.rows().attempts(event).getFirst();
            assertThat(first).containsEntry("state", "PENDING").containsEntry("status", 302);
            assertThat(first).containsEntry("response_excerpt", "moved");
            assertThat(receiver.receivedAt("/elsewhere")).isEmpty();
        }
    }

    @Test
    void givesUpWhenTheReceiverIsGoneAndDeliversWhenAskedAgain() {
        AtomicInteger status = new AtomicInteger(410);
        try (Receiver receiver = Receiver.scripted(_ -> Answer.of(status.get()))) {
            ground.endpoint(merchant, receiver.url("/"));
            PaymentEvent event = ground.publish(merchant, 1).getFirst();
            Eventually.holds(() -> assertThat(states(event)).containsExactly("EXHAUSTED"));
            status.set(200);
            assertThat(ground.rows().redeliver(event)).isEqualTo(1);
            Eventually.holds(() -> assertThat(states(event)).containsExactly("DELIVERED", "DELIVERED"));
            assertThat(ground.rows().redeliver(event)).isEqualTo(1);
            Eventually.holds(() -> assertThat(states(event)).hasSize(3).containsOnly("DELIVERED"));
            assertThat(receiver.received())
                    .extracting(Received::id)
                    .containsOnly(event.id().toString());
        }
    }

    @Test
    void deliversAgainToAnEndpointThatWasMadeLaterAndNotWhatIsNotKnown() {
        try (Receiver receiver = Receiver.answering(200)) {
            ground.endpoint(merchant, receiver.url("/first"));
            PaymentEvent event = ground.publish(merchant, 1).getFirst();
            Eventually.holds(() -> assertThat(states(event)).containsExactly("DELIVERED"));
            ground.endpoint(merchant, receiver.url("/second"));
            ground.endpoint(merchant, receiver.url("/third"), Ground.sealed(Secrets.CURRENT, null), "payment.closed");
            assertThat(ground.rows().redeliver(event)).isEqualTo(2);
            Eventually.holds(() -> assertThat(receiver.receivedAt("/second")).hasSize(1));
            Eventually.holds(() -> assertThat(receiver.receivedAt("/first")).hasSize(2));
            assertThat(receiver.receivedAt("/third")).isEmpty();
            assertThat(ground.rows().redeliver(Ground.event(merchant, "payment.succeeded")))
                    .isZero();
            assertThat(ground.rows().redeliver(Ground.event(MerchantId.next(), "payment.succeeded")))
                    .isZero();
        }
    }

    @Test
    void sendsEachEndpointTheTypesThatItWants() {
        try (Receiver receiver = Receiver.answering(200)) {
            ground.endpoint(merchant, receiver.url("/all"));
            ground.endpoint(merchant, receiver.url("/closed"), Ground.sealed(Secrets.CURRENT, null), "payment.closed");
            PaymentEvent succeeded = Ground.event(merchant, "payment.succeeded");
            PaymentEvent closed = Ground.event(merchant, "payment.closed");
            ground.publish(List.of(succeeded, closed));
            Eventually.holds(() -> assertThat(receiver.received()).hasSize(3));
            assertThat(receiver.receivedAt("/closed"))
                    .extracting(Received::id)
                    .containsExactly(closed.id().toString());
            assertThat(states(succeeded)).hasSize(1);
            assertThat(states(closed)).hasSize(2);
        }
    }

    @Test
    void signsWithBothSecretsDuringARotation() {
        String both = """
                [{"secret":"%s","expires_at":null},{"secret":"%s","expires_at":"%s"}]""".formatted(Secrets.NEXT, Secrets.CURRENT, Instant.now().plusSeconds(3600));
        try (Receiver receiver = Receiver.answering(200)) {
            ground.endpoint(merchant, receiver.url("/"), both);
            ground.publish(merchant, 1);
            Eventually.holds(() -> assertThat(receiver.received()).hasSize(1));
            Received webhook = receiver.received().getFirst();
            assertThat(webhook.header("webhook-signature").split(" ")).hasSize(2);
            webhook.assertSignedWith(Secrets.CURRENT);
            webhook.assertSignedWith(Secrets.NEXT);
        }
    }

    @Test
    void sendsNothingUnsignedWhenNoSecretIsValid() {
        try (Receiver receiver = Receiver.answering(200)) {
            ground.endpoint(
                    merchant,
                    receiver.url("/"),
                    Ground.sealed(Secrets.CURRENT, Instant.now().minusSeconds(1)));
            PaymentEvent event = ground.publish(merchant, 1).getFirst();
            Eventually.holds(() -> assertThat(ground.rows().attempts(event))
                    .extracting(row -> String.valueOf(row.get("error")))
                    .first()
                    .asString()
                    .contains("no secret"));
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void keepsNoMoreOfAnAnswerThanItsBeginning() {
        Answer endless = new Answer(200, Map.of(), "x\u0000" + "长".repeat(100_000));
        try (Receiver receiver = Receiver.scripted(_ -> Mono.just(endless))) {
            ground.endpoint(merchant, receiver.url("/"));
            PaymentEvent event = ground.publish(merchant, 1).getFirst();
            Eventually.holds(() -> assertThat(states(event)).containsExactly("DELIVERED"));
            String excerpt = (String) ground.rows().attempts(event).getFirst().get("response_excerpt");
            assertThat(excerpt).startsWith("x长长").hasSizeLessThan(400);
        }
    }

    @Test
    void cancelsNothingAndSendsNothingWhileAnEndpointIsDisabled() {
        try (Receiver receiver = Receiver.answering(500)) {
            var endpoint = ground.endpoint(merchant, receiver.url("/"));
            PaymentEvent event = ground.publish(merchant, 1).getFirst();
            Eventually.holds(() -> assertThat(receiver.received()).isNotEmpty());
            ground.rows()
                    .update(
                            "update sluice.webhook_endpoint set enabled = false where endpoint_id = ?",
                            endpoint.value());
            ground.rows().update("update sluice.config_version set version = version + 1");
            PaymentEvent other = ground.publish(merchant, 1).getFirst();
            try (Receiver open = Receiver.answering(200)) {
                ground.endpoint(merchant, open.url("/"));
                PaymentEvent later = ground.publish(merchant, 1).getFirst();
                Eventually.holds(() -> assertThat(states(later)).containsExactly("DELIVERED"));
            }
            assertThat(ground.rows().attempts(event))
                    .extracting(row -> row.get("state"))
                    .containsOnly("PENDING");
            assertThat(ground.rows().attempts(other))
                    .extracting(row -> row.get("endpoint_id"))
                    .doesNotContain(endpoint.value());
        }
    }

    private List<Object> states(PaymentEvent event) {
        return ground.rows().attempts(event).stream()
                .map(row -> row.get("state"))
                .toList();
    }
}
