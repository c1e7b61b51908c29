package io.sluice.edge.signature.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Everything of a request's signature but the cryptography. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SignatureBaseBenchmark {
    private static final int RSA_2048_BYTES = 256;

    private final RequestToVerify request = signed();

    /** From header fields to the text that is signed, and what the policy asks of it. */
    @Benchmark
    public Reading readFieldsAndBuildBase() {
        return SignaturePolicy.MERCHANT.read(request);
    }

    /** The digest of a payment's body against its field. */
    @Benchmark
    public void contentDigest() {
        ContentDigest.require(request.fields().of(ContentDigest.FIELD), request.body());
    }

    private static RequestToVerify signed() {
        byte[] body = ("{\"merchant_order_no\":\"order-20260102-000001\",\"amount\":1500,\"currency\":\"CNY\","
                        + "\"method\":\"wechat_native\",\"description\":\"Tea\"}")
                .getBytes(StandardCharsets.UTF_8);
        var plain = request(Map.of("idempotency-key", List.of("order-20260102-000001")), body);
        var draft = SignatureDraft.of(plain, "key-1", Instant.now(), "0123456789abcdef0123456789abcdef");
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("idempotency-key", plain.fields().of("idempotency-key"));
        draft.signedWith(new byte[RSA_2048_BYTES]).asMap().forEach((name, value) -> fields.put(name, List.of(value)));
        return request(fields, body);
    }

    private static RequestToVerify request(Map<String, List<String>> fields, byte[] body) {
        return new RequestToVerify(
                "POST", "https", "pay.example.com", "/v1/payments", null, FieldValues.of(fields), body);
    }
}
