package io.sluice.edge.overload;

import static io.sluice.edge.fixture.Eventually.eventually;
import static io.sluice.edge.fixture.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.NoServerErrors;
import io.sluice.edge.fixture.ScriptedProvider;
import io.sluice.edge.fixture.SignedClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What merchants see of an edge that has all it can do. */
@ExtendWith(NoServerErrors.class)
class OverloadIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MOST_OPEN = 6;
    private static final String PAYMENTS = "select count(*) from sluice.payment";

    @Test
    void whatWasLetInIsFinishedAndTheRestIsToldToComeAgain() {
        try (EdgeFixture edge = EdgeFixture.start(
                Map.of("sluice.edge.admission.most-open", MOST_OPEN, "sluice.channel.deadline", "PT1M"))) {
            SignedClient client = edge.client();
            eventually("it is ready", SOON, () -> client.pay("paid").statusCode() == 201);
            long before = edge.count(PAYMENTS);
            List<CompletableFuture<HttpResponse<String>>> letIn = IntStream.range(0, MOST_OPEN)
                    .mapToObj(i -> client.sendAsync(held(client)))
                    .toList();
            // All wait for the channel, and none is being worked on: it is their number that is too much.
            eventually(
                    "all are at the channel",
                    SOON,
                    () -> edge.metered("sluice.channel.in.flight") == MOST_OPEN
                            && edge.metered("sluice.gate.working") == 0);
            assertThat(edge.metered("sluice.gate.open")).isEqualTo(MOST_OPEN);

            HttpResponse<String> refused = client.pay("paid");
            assertProblem(refused, 503, "overloaded");
            assertThat(refused.headers().firstValue("Retry-After").orElseThrow())
                    .containsPattern("^[123]$");
            assertProblem(client.get("/v1/payments"), 503, "overloaded");
            assertThat(client.send(client.unsigned("GET", "/openapi.yaml", "", Map.of())
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(edge.metered("sluice.gate.refused")).isEqualTo(2);
            assertThat(edge.count(PAYMENTS)).isEqualTo(before + MOST_OPEN);

            ScriptedProvider.letGo();
            assertThat(letIn)
                    .allSatisfy(answer -> assertThat(answer.join().body()).contains("\"SUCCEEDED\""));
            eventually("nothing is open", SOON, () -> edge.metered("sluice.gate.open") == 0);
            assertThat(client.pay("paid").statusCode()).isEqualTo(201);
        }
    }

    @Test
    void whatCannotBeBegunWithInTimeIsNotBegunWith() {
        try (EdgeFixture edge = EdgeFixture.start(Map.of("sluice.edge.admission.deadline", "PT0.000000001S"))) {
            assertProblem(edge.client().pay("paid"), 503, "overloaded");
            assertThat(edge.count(PAYMENTS)).isZero();
            assertThat(edge.metered("sluice.gate.refused")).isEqualTo(1);
        }
    }

    private static HttpRequest held(SignedClient client) {
        return client.signed(
                "POST",
                "/v1/payments",
                SignedClient.payment("held"),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }
}
