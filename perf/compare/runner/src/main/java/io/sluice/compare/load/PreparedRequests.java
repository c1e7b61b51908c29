package io.sluice.compare.load;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.sandbox.client.MerchantSigner;
import io.sluice.sandbox.client.SignedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Payments as bytes, each with a number, a nonce and a key of its own, signed with RSA-2048. All contestants of a round are
 * sent the same ones: the authority that is signed is a name, not an address. They are fresh for five minutes.
 */
public final class PreparedRequests {
    private static final String AUTHORITY = "pay.compare.example";
    private static final String TARGET = "/v1/payments";

    private final MerchantSigner signer;
    private final AtomicLong orders = new AtomicLong();
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    public PreparedRequests(String keyId, String privateKeyPem) {
        this.signer =
                new MerchantSigner("http://" + AUTHORITY, keyId, SignatureAlgorithm.RSA_V1_5_SHA256, privateKeyPem);
    }

    /** Signs so many new ones, on all cores: outside of what is measured. */
    public List<byte[]> prepare(int count) {
        return IntStream.range(0, count).parallel().mapToObj(_ -> request()).toList();
    }

    private byte[] request() {
        String order = "compare-" + run + '-' + orders.incrementAndGet();
        String body = "{\"merchant_order_no\":\"" + order
                + "\",\"amount\":1500,\"currency\":\"CNY\",\"method\":\"stub_wallet\",\"description\":\"compare\"}";
        return bytes(signer.sign("POST", TARGET, Map.of("Idempotency-Key", order), body));
    }

    private static byte[] bytes(SignedRequest request) {
        var text = new StringBuilder(1200)
                .append("POST ")
                .append(TARGET)
                .append(" HTTP/1.1\r\nHost: ")
                .append(AUTHORITY)
                .append("\r\n");
        request.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        text.append("Content-Length: ").append(request.body().length()).append("\r\n\r\n");
        return text.append(request.body()).toString().getBytes(StandardCharsets.US_ASCII);
    }
}
