package io.sluice.edge.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.event.TraceContext;
import io.sluice.core.event.kafka.KafkaEventStream;
import io.sluice.core.event.kafka.KafkaSettings;
import io.sluice.core.observe.LogstashLines;
import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.SignedClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees of a request: one line, one trace, and never a secret. */
@ExtendWith(OutputCaptureExtension.class)
class SeeingIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static SpanCollector collector;

    @SuppressWarnings("NullAway.Init")
    private static EdgeFixture edge;

    @SuppressWarnings("NullAway.Init")
    private static SignedClient client;

    @BeforeAll
    static void start() {
        collector = new SpanCollector();
        edge = EdgeFixture.start(Map.of(
                "SLUICE_OTLP_ENDPOINT",
                collector.endpoint(),
                "SLUICE_TRACING_PROBABILITY",
                "0.5",
                "management.opentelemetry.tracing.export.schedule-delay",
                "50ms",
                "logging.structured.format.console",
                LogstashLines.class.getName()));
        client = edge.client();
    }

    @AfterAll
    static void stop() {
        edge.close();
        collector.close();
    }

    @Test
    void oneTraceGoesFromTheMerchantThroughTheChannelAndTheLogToKafka(CapturedOutput output) {
        String trace = recorded();
        HttpResponse<String> paid = pay("paid", trace, "00");
        assertThat(paid.statusCode()).as(paid.body()).isEqualTo(201);
        JsonNode payment = JSON.readTree(paid.body());
        String id = payment.at("/id").stringValue();

        JsonNode line = onlyLine(output, trace);
        assertThat(LogLines.text(line, "payment_id")).isEqualTo(id);
        assertThat(LogLines.text(line, "merchant_id")).startsWith("mer_");
        assertThat(LogLines.text(line, "route")).isEqualTo("/v1/payments");
        assertThat(line.path("status").asInt()).isEqualTo(201);

        await().atMost(PATIENCE).until(() -> collector.has("channel.pay", trace));
        assertThat(edge.count(
                        "select count(*) from sluice.payment_event where traceparent like '00-" + trace + "-%-01'"))
                .isEqualTo(2);
        List<PaymentEvent> published = published(id, 2);
        assertThat(published).allMatch(event -> trace.equals(TraceContext.traceId(event.traceparent())));
    }

    @Test
    void whetherATraceIsRecordedIsNotForMerchantsToSay(CapturedOutput output) {
        String trace = unrecorded();
        pay("paid", trace, "01");
        String other = recorded();
        pay("paid", other, "00");

        await().atMost(PATIENCE).until(() -> collector.knows(other));
        assertThat(collector.knows(trace)).isFalse();
        assertThat(LogLines.text(onlyLine(output, trace), "payment_id")).startsWith("pay_");
    }

    @Test
    void aProblemNamesItsTraceAndSoDoesItsLine(CapturedOutput output) {
        HttpResponse<String> refused = client.get("/v1/payments/pay_1");
        String trace = JSON.readTree(refused.body()).at("/trace_id").stringValue();
        JsonNode line = onlyLine(output, trace);
        assertThat(LogLines.text(line, "problem")).isEqualTo("payment_not_found");
        assertThat(line.path("status").asInt()).isEqualTo(404);

        HttpResponse<String> nobody =
                client.send(client.unsigned("GET", "/nothing", "", Map.of()).build());
        String unknown = JSON.readTree(nobody.body()).at("/trace_id").stringValue();
        assertThat(LogLines.text(onlyLine(output, unknown), "route")).isEqualTo("/**");
    }

    @Test
    void aStreamHasOneLineWhenItsWatcherLeaves(CapturedOutput output) {
        String path = client.pay("qr").headers().firstValue("Location").orElseThrow();
        String trace = recorded();
        Map<String, String> headers =
                Map.of("Accept", "text/event-stream", "traceparent", "00-" + trace + "-b7ad6b7169203331-01");
        HttpResponse<java.util.stream.Stream<String>> stream =
                client.lines(client.signed("GET", path + "/events", "", headers));
        // Read to a list by hand: AssertJ would close the stream.
        List<String> ids =
                stream.body().filter(line -> line.startsWith("id:")).limit(2).toList();
        assertThat(ids).hasSize(2);
        assertThat(LogLines.requests(output, line -> trace.equals(LogLines.text(line, "traceId"))))
                .isEmpty();
        stream.body().close();

        JsonNode line = onlyLine(output, trace);
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(LogLines.text(line, "payment_id")).isEqualTo(path.substring("/v1/payments/".length()));
    }

    @Test
    void aRequestWhoseClientLeavesHasOneLineAndItsPaymentGoesOnInItsTrace(CapturedOutput output) {
        String trace = recorded();
        HttpRequest slow = payment("slow", trace, "01");
        var answer = client.sendAsync(slow);
        String begun = "select count(*) from sluice.payment_event where traceparent like '00-%s-%%'".formatted(trace);
        await().atMost(PATIENCE).until(() -> edge.count(begun) == 1);
        answer.cancel(true);

        JsonNode line = onlyLine(output, trace);
        assertThat(line.path("cancelled").asBoolean()).isTrue();
        assertThat(line.has("status")).isFalse();
        await().atMost(PATIENCE).until(() -> edge.count(begun) == 2);
    }

    @Test
    void probesAndScrapesLeaveNoLine(CapturedOutput output) {
        edge.management("/health/ready");
        edge.management("/metrics");
        String last = JSON.readTree(client.get("/v1/payments/pay_2").body())
                .at("/trace_id")
                .stringValue();
        onlyLine(output, last);
        assertThat(LogLines.requests(
                        output, line -> LogLines.text(line, "route").matches("/(health|metrics).*")))
                .isEmpty();
    }

    @Test
    void noLineHasASecret(CapturedOutput output) {
        HttpRequest signed = payment("paid", recorded(), "01");
        client.send(signed);
        client.send(signed);
        String signature = signed.headers().firstValue("Signature").orElseThrow();
        edge.raw("GET /v1/payments HTTP/1.1\r\nHost: a\r\nSignature: " + signature + "\r\nX: \u0001\r\n\r\n");
        client.post("/v1/payments", "{\"card\":\"4111111111111111\"}", "Idempotency-Key", "k");
        client.get("/v1/payments?cursor=4111111111111111");

        String log = output.getAll();
        assertThat(log).doesNotContain(signature, edge.signingKey(), edge.operatorToken());
        assertThat(CardNumbers.in(log)).isEmpty();
    }

    /** The only canonical line of a trace. */
    private static JsonNode onlyLine(CapturedOutput output, String trace) {
        await().atMost(PATIENCE)
                .until(() -> !LogLines.requests(output, line -> trace.equals(LogLines.text(line, "traceId")))
                        .isEmpty());
        List<JsonNode> lines = LogLines.requests(output, line -> trace.equals(LogLines.text(line, "traceId")));
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private static HttpResponse<String> pay(String description, String trace, String flags) {
        return client.send(payment(description, trace, flags));
    }

    private static HttpRequest payment(String description, String trace, String flags) {
        Map<String, String> headers = Map.of(
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "traceparent",
                "00-" + trace + "-b7ad6b7169203331-" + flags);
        return client.signed("POST", "/v1/payments", SignedClient.payment(description), headers);
    }

    private static List<PaymentEvent> published(String payment, int events) {
        String topic = edge.app().getEnvironment().getRequiredProperty("sluice.kafka.topic");
        String bootstrap = edge.app().getEnvironment().getRequiredProperty("sluice.kafka.bootstrap");
        try (KafkaEventStream stream =
                new KafkaEventStream(new KafkaSettings(bootstrap, topic, 3, (short) 1), new SimpleMeterRegistry())) {
            return stream.batches("seeing-" + UUID.randomUUID())
                    .flatMapIterable(io.sluice.core.event.EventBatch::events)
                    .filter(event -> event.paymentId().toString().equals(payment))
                    .take(events)
                    .collectList()
                    .block(PATIENCE);
        }
    }

    /** The sampler looks at the low half of the id: small ones are recorded. */
    private static String recorded() {
        return traceId() + "0000000000000001";
    }

    private static String unrecorded() {
        return traceId() + "7fffffffffffffff";
    }

    private static String traceId() {
        return "%016x".formatted(UUID.randomUUID().getMostSignificantBits());
    }
}
