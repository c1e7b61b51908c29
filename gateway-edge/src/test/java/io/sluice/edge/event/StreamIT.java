package io.sluice.edge.event;

import static io.sluice.edge.fixture.Eventually.eventually;
import static io.sluice.edge.fixture.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.NoServerErrors;
import io.sluice.edge.fixture.SignedClient;
import io.sluice.edge.fixture.TestMerchant;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Server-sent events over HTTP, from the real log and the real Kafka. */
@ExtendWith(NoServerErrors.class)
class StreamIT {

    private static final EdgeFixture EDGE = EdgeFixture.shared();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestMerchant merchant = EDGE.newMerchant(SignatureAlgorithm.ED25519, "active = true");
    private final SignedClient client = merchant.client();

    @Test
    void manyWatchOnePaymentAndNoneIsKeptWhoLeft() {
        String payment = slowPayment();
        double before = EDGE.metered("sluice.sse.watchers");
        List<CompletableFuture<List<String>>> followers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> ids(payment + "/events", 2)))
                .toList();
        followers.forEach(follower -> assertThat(follower.join()).containsExactly("id:1", "id:2"));
        eventually("all are gone", SOON, () -> EDGE.metered("sluice.sse.watchers") <= before);
    }

    @Test
    void aStreamGoesOnAfterLastEventId() {
        String payment = slowPayment();
        assertThat(ids(payment + "/events", 1, "Last-Event-ID", "1")).containsExactly("id:2");
        assertProblem(
                client.get(payment + "/events", "Accept", "text/event-stream", "Last-Event-ID", "x"),
                400,
                "parameter_invalid");
    }

    @Test
    void whatIsAcceptedIsAMediaType() {
        assertProblem(client.get("/v1/events", "Accept", "foo"), 400, "parameter_invalid");
        assertProblem(client.get(slowPayment() + "/events", "Accept", "foo"), 400, "parameter_invalid");
    }

    @Test
    void allEventsComeOnceAcrossReconnections() {
        IntStream.range(0, 5).forEach(i -> client.pay("paid"));
        String page = client.get("/v1/events?limit=100").body();
        int events = page.split("\"sequence\":", -1).length - 1;
        String start = "AAAAAAAAAAAAAAAAAAAAAA";
        List<String> first = ids("/v1/events?cursor=" + start, 4);
        List<String> rest =
                ids("/v1/events", events - 4, "Last-Event-ID", first.getLast().substring(3));
        assertThat(Stream.concat(first.stream(), rest.stream()))
                .doesNotHaveDuplicates()
                .hasSize(events);
    }

    @Test
    void typesAreChosenByName() {
        client.pay("paid");
        assertThat(client.get("/v1/events?types=payment.succeeded,payment.succeeded")
                        .body())
                .contains("payment.succeeded")
                .doesNotContain("\"type\":\"payment.created\"");
        assertProblem(client.get("/v1/events?types=payment.exploded"), 400, "parameter_invalid");
        assertProblem(client.get("/v1/events?types="), 400, "parameter_invalid");
    }

    @Test
    void anInactiveMerchantsTicketIsWorthless() {
        String payment = slowPayment();
        String ticket = client.post(payment + "/event-tickets", "").body().split("\"", 5)[3];
        merchant.configure("active = false");
        eventually("inactive", SOON, () -> client.get(payment).statusCode() == 403);
        assertProblem(
                client.send(client.unsigned("GET", payment + "/events?ticket=" + ticket, "", Map.of())
                        .build()),
                401,
                "ticket_invalid");
    }

    private String slowPayment() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> accepted =
                client.post("/v1/payments", SignedClient.payment("slow"), "Idempotency-Key", key, "Prefer", "wait=0");
        assertThat(accepted.statusCode()).isEqualTo(202);
        return accepted.headers().firstValue("Location").orElseThrow();
    }

    private List<String> ids(String target, int count, String... headers) {
        Map<String, String> all = headers.length == 0
                ? Map.of("Accept", "text/event-stream")
                : Map.of("Accept", "text/event-stream", headers[0], headers[1]);
        return client.eventIds(client.signed("GET", target, "", all), count);
    }
}
