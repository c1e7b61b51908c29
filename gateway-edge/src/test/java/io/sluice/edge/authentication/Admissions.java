package io.sluice.edge.authentication;

import io.sluice.core.merchant.model.RateLimit;
import io.sluice.edge.authentication.Admission.AdmissionRequest;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions to an {@link Admission}. */
public final class Admissions {

    private Admissions() {}

    public static AdmissionRequest request(String merchant, String nonce, RateLimit limit, @Nullable RateLimit ofKey) {
        return new AdmissionRequest(merchant, "key-1", nonce, limit, ofKey, Duration.ofMinutes(1));
    }

    /** With a nonce of its own. */
    public static AdmissionRequest request(String merchant, RateLimit limit, @Nullable RateLimit ofKey) {
        return request(merchant, UUID.randomUUID().toString(), limit, ofKey);
    }
}
