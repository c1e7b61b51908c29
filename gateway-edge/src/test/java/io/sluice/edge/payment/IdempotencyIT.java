package io.sluice.edge.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.Eventually;
import io.sluice.edge.fixture.NoServerErrors;
import io.sluice.edge.fixture.ScriptedProvider;
import io.sluice.edge.fixture.SignedClient;
import io.sluice.edge.fixture.TestMerchant;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However often and by however many it is asked, a payment is made once. */
@ExtendWith(NoServerErrors.class)
class IdempotencyIT {

    private static final EdgeFixture EDGE = EdgeFixture.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void sixtyFourAtOnceAreOneOrder() {
        int before = ScriptedProvider.ORDERS.size();
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 64)
                .mapToObj(i -> EDGE.client()
                        .signed("POST", "/v1/payments", SignedClient.payment("paid"), Map.of("Idempotency-Key", key)))
                .map(request -> http.sendAsync(request, BodyHandlers.ofString()))
                .toList();
        List<HttpResponse<String>> answers =
                sent.stream().map(CompletableFuture::join).toList();

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 409);
        List<String> bodies = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(HttpResponse::body)
                .distinct()
                .toList();
        assertThat(bodies).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
        assertThat(ScriptedProvider.ORDERS).hasSize(before + 1);
    }

    @Test
    void keysAreEachMerchantsOwn() {
        TestMerchant other = EDGE.newMerchant(SignatureAlgorithm.ED25519, "active = true");
        String key = UUID.randomUUID().toString();
        String body = SignedClient.payment("paid");
        HttpResponse<String> first = EDGE.client().post("/v1/payments", body, "Idempotency-Key", key);
        HttpResponse<String> second = other.client().post("/v1/payments", body, "Idempotency-Key", key);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(location(second)).isNotEqualTo(location(first));
        assertThat(other.client().get(location(first)).statusCode()).isEqualTo(404);
    }

    @Test
    void aClientThatLeavesDoesNotStopItsPayment() {
        String key = UUID.randomUUID().toString();
        String body = SignedClient.payment("slow");
        int before = ScriptedProvider.ORDERS.size();
        CompletableFuture<HttpResponse<String>> left = http.sendAsync(
                EDGE.client().signed("POST", "/v1/payments", body, Map.of("Idempotency-Key", key)),
                BodyHandlers.ofString());
        Eventually.eventually(
                "the order is placed", Duration.ofSeconds(20), () -> ScriptedProvider.ORDERS.size() > before);
        left.cancel(true);
        http.shutdownNow();

        Eventually.eventually("the payment is concluded", Duration.ofSeconds(30), () -> {
            HttpResponse<String> again = EDGE.client().post("/v1/payments", body, "Idempotency-Key", key);
            return again.statusCode() == 201 && again.body().contains("\"state\":\"SUCCEEDED\"");
        });
        assertThat(ScriptedProvider.ORDERS).hasSize(before + 1);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }
}
