package io.sluice.notifier.endpoint.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A webhook as a receiver gets it, with the secret that the receiver has. */
record Signed(String secret, Map<String, String> headers, String body) {

    static final String ID = "evt_0190f3b6a7c87d3e9f5b2c1a4e6d8f90";
    static final String BODY = "{\"type\":\"payment.succeeded\",\"note\":\"支付成功 ✓\"}";
    static final String FIRST = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String SECOND = "whsec_c2x1aWNlLXdlYmhvb2stc2VjcmV0LW51bWJlci0y";

    /** Signed now with all of {@code secrets}; the receiver checks it with one. */
    static Signed with(List<String> secrets, String receivers) {
        Instant now = Instant.now();
        List<SigningSecret> keys = secrets.stream()
                .map(secret -> SigningSecret.parse(secret, Optional.empty()))
                .toList();
        return new Signed(
                receivers,
                Map.of(
                        "webhook-id", ID,
                        "webhook-timestamp", Long.toString(now.getEpochSecond()),
                        "webhook-signature", WebhookSignature.of(keys, ID, now, BODY)),
                BODY);
    }
}
