package io.sluice.edge.outage;

import static io.sluice.edge.fixture.Eventually.eventually;
import static io.sluice.edge.fixture.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.ScriptedProvider;
import io.sluice.edge.fixture.SignedClient;
import io.sluice.edge.fixture.TestMerchant;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.sandbox.servers.FaultProxy;
import io.sluice.sandbox.servers.TestServers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What merchants see when Redis or PostgreSQL is away: gone, or frozen with its connections open. */
class OutageIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DECIDED_LOCALLY = "sluice.admission.local";

    private static FaultProxy redis;
    private static FaultProxy postgres;
    private static EdgeFixture edge;
    private static SignedClient client;

    @BeforeAll
    static void start() {
        redis = TestServers.proxyTo(TestServers.redis());
        postgres = TestServers.proxyTo(TestServers.postgres());
        // Redis is away when the edge starts.
        redis.refuse();
        edge = EdgeFixture.start(Map.of("sluice.redis.port", redis.port(), "sluice.postgres.port", postgres.port()));
        client = edge.client();
    }

    @AfterAll
    static void stop() {
        edge.close();
        redis.close();
        postgres.close();
    }

    @AfterEach
    void heal() {
        redis.heal();
        postgres.heal();
        eventually("all is well again", SOON, OutageIT::isWell);
    }

    static Stream<Consumer<FaultProxy>> outages() {
        return Stream.of(FaultProxy::refuse, FaultProxy::stall);
    }

    @Test
    void servesWithoutTheRedisThatWasAwayAtTheStartAndUsesItWhenItComes() {
        redis.refuse();
        double before = edge.metered(DECIDED_LOCALLY);
        assertThat(client.pay("paid").statusCode()).isEqualTo(201);
        assertThat(edge.metered(DECIDED_LOCALLY)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @MethodSource("outages")
    void withoutRedisPaymentsGoOnAndHardlyWait(Consumer<FaultProxy> outage) {
        eventually("all is well", SOON, OutageIT::isWell);
        Duration unhindered = thirtyPayments();
        outage.accept(redis);
        double before = edge.metered(DECIDED_LOCALLY);
        int orders = ScriptedProvider.ORDERS.size();
        Duration took = thirtyPayments();
        assertThat(edge.metered(DECIDED_LOCALLY)).isEqualTo(before + 30);
        assertThat(ScriptedProvider.ORDERS).hasSize(orders + 30);
        // Who waits for Redis waits a tenth of a second: five before the breaker opens, and two whenever it tries
        // again.
        assertThat(took).isLessThan(unhindered.multipliedBy(2).plusSeconds(2));
    }

    private static Duration thirtyPayments() {
        long began = System.nanoTime();
        for (int i = 0; i < 30; i++) {
            HttpResponse<String> answer = client.pay("paid");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.headers().firstValue("RateLimit")).isPresent();
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void withoutRedisTheLimitStillHoldsAndTicketsSaySo() {
        String payment = client.pay("qr").headers().firstValue("Location").orElseThrow();
        redis.refuse();
        assertProblem(client.post(payment + "/event-tickets", ""), 503, "tickets_unavailable");
        TestMerchant limited = edge.newMerchant(SignatureAlgorithm.ED25519, "permits_per_second = 1, burst = 2");
        eventually("limited", SOON, () -> limited.client().get("/v1/payments").statusCode() == 429);
    }

    @ParameterizedTest
    @MethodSource("outages")
    void withoutPostgresNoChannelIsCalledAndAllIsSaidSoon(Consumer<FaultProxy> outage) {
        eventually("all is well", SOON, OutageIT::isWell);
        HttpResponse<String> made = client.pay("qr");
        String payment = made.headers().firstValue("Location").orElseThrow();
        int orders = ScriptedProvider.ORDERS.size();
        outage.accept(postgres);

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> refused = soon(() -> client.pay("paid"));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.body()).containsAnyOf("store_unavailable", "acceptance_in_doubt");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
        for (String read : new String[] {
            payment,
            "/v1/payments",
            "/v1/payments?merchant_order_no=o-1",
            payment + "/events",
            "/v1/events",
            "/v1/events/evt_019a0000000070008000000000000000",
            "/v1/balance"
        }) {
            HttpResponse<String> refused = soon(() -> client.get(read));
            assertProblem(refused, 503, "store_unavailable");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        }
        HttpResponse<String> stream = soon(() -> client.get("/v1/events", "Accept", "text/event-stream"));
        assertProblem(stream, 503, "store_unavailable");
        assertThat(ScriptedProvider.ORDERS).hasSize(orders);
        assertThat(edge.metered("sluice.sse.watchers")).isZero();

        postgres.heal();
        eventually("payments are taken again", SOON, () -> client.pay("paid").statusCode() == 201);
        assertThat(client.get(payment).body()).isEqualTo(made.body());
    }

    @Test
    void aRepetitionAfterAnOutageIsOnePayment() {
        String body = SignedClient.payment("paid");
        int orders = ScriptedProvider.ORDERS.size();
        postgres.loseAnswers();
        HttpResponse<String> inDoubt = client.post("/v1/payments", body, "Idempotency-Key", "in-doubt");
        assertThat(inDoubt.statusCode()).as(inDoubt.body()).isEqualTo(503);
        postgres.heal();
        eventually(
                "answered",
                SOON,
                () -> client.post("/v1/payments", body, "Idempotency-Key", "in-doubt")
                                .statusCode()
                        < 300);
        assertThat(ScriptedProvider.ORDERS.size()).isLessThanOrEqualTo(orders + 1);
    }

    /** One second when it is gone and two when it is frozen, and many more for a machine that is busy with tests. */
    private static HttpResponse<String> soon(Supplier<HttpResponse<String>> call) {
        long began = System.nanoTime();
        HttpResponse<String> answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        return answer;
    }

    /** A few in a row, for every lane has a connection of its own to find again. */
    private static boolean isWell() {
        double before = edge.metered(DECIDED_LOCALLY);
        return IntStream.range(0, 12).allMatch(i -> client.pay("qr").statusCode() == 201)
                && edge.metered(DECIDED_LOCALLY) == before;
    }
}
