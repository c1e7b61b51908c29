package io.sluice.compare.load;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.sandbox.client.MerchantSigner;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Payments as bytes, each with a number, a nonce and a key of its own, signed with RSA-2048 unless told otherwise. All
 * contestants of a round are sent the same ones: the authority that is signed is a name, not an address. They are fresh
 * for five minutes.
 */
public final class PreparedRequests {
    /** Of every payment, in minor units. */
    static final long AMOUNT = 1500;

    private static final String TARGET = "/v1/payments";
    private static final String PAID_AT_ONCE = "stub_wallet";
    private static final String PAID_LATER = "stub_qr";

    private final MerchantSigner signer;
    private final AtomicLong orders = new AtomicLong();
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    public PreparedRequests(String keyId, String privateKeyPem) {
        this(SignatureAlgorithm.RSA_V1_5_SHA256, keyId, privateKeyPem);
    }

    /** Where what the signature costs is not measured. */
    public PreparedRequests(SignatureAlgorithm algorithm, String keyId, String key) {
        this.signer = new MerchantSigner("http://" + RequestBytes.AUTHORITY, keyId, algorithm, key);
    }

    /** Signs so many new ones, on all cores: outside of what is measured. */
    public List<byte[]> prepare(int count) {
        return prepare(count, PAID_AT_ONCE);
    }

    /** The same of payments that wait for their payer, until the channel calls back. */
    public List<byte[]> prepareWaiting(int count) {
        return prepare(count, PAID_LATER);
    }

    /** Requests for the events of payments, as streams that do not end. */
    public List<byte[]> prepareStreams(List<String> paymentIds) {
        return paymentIds.parallelStream()
                .map(id -> signer.sign("GET", TARGET + '/' + id + "/events", Map.of("Accept", "text/event-stream"), ""))
                .map(RequestBytes::of)
                .toList();
    }

    private List<byte[]> prepare(int count, String method) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(_ -> payment(method))
                .toList();
    }

    private byte[] payment(String method) {
        String order = "compare-" + run + '-' + orders.incrementAndGet();
        String body = "{\"merchant_order_no\":\"" + order + "\",\"amount\":" + AMOUNT
                + ",\"currency\":\"CNY\",\"method\":\"" + method + "\",\"description\":\"compare\"}";
        return RequestBytes.of(signer.sign("POST", TARGET, Map.of("Idempotency-Key", order), body));
    }
}
