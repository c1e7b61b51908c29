package io.sluice.edge.payment;

import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.edge.json.JsonFields;
import io.sluice.edge.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Strict JSON: from a request's raw bytes to what is asked for. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PaymentRequestBenchmark {
    private final MerchantId merchant = MerchantId.next();
    private final List<String> idempotencyKeys = List.of("order-20260102-000001");
    private final Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final byte[] body = """
            {"merchant_order_no":"order-20260102-000001","amount":1500,"currency":"CNY","method":"wechat_native",\
            "description":"Tea","payer":{"ip":"203.0.113.7"},"metadata":{"basket":"42"}}\
            """.getBytes(StandardCharsets.UTF_8);

    /** The document alone. */
    @Benchmark
    public JsonFields parse() {
        return StrictJson.object(body);
    }

    /** The document, every field by its rule, and the fingerprint by which a repetition is known. */
    @Benchmark
    public AcceptPayment read() {
        return PaymentRequest.read(merchant, idempotencyKeys, body, now);
    }
}
