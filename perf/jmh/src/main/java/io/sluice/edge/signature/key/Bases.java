package io.sluice.edge.signature.key;

import java.nio.charset.StandardCharsets;

/** What is signed. */
final class Bases {
    private Bases() {}

    /** As long as the signature base of a payment. */
    static byte[] payment() {
        return """
                "@method": POST
                "@authority": pay.example.com
                "@path": /v1/payments
                "@query": ?
                "content-digest": sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:
                "idempotency-key": order-20260102-000001
                "@signature-params": ("@method" "@authority" "@path" "@query" "content-digest" "idempotency-key")\
                ;created=1767323045;nonce="0123456789abcdef0123456789abcdef";keyid="key-1";tag="sluice"\
                """.getBytes(StandardCharsets.US_ASCII);
    }
}
