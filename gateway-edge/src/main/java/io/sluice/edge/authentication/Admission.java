package io.sluice.edge.authentication;

import io.sluice.core.merchant.model.RateLimit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Decides in one step whether a proven request is a replay and whether its merchant may make it now. */
public interface Admission {

    Mono<AdmissionDecision> admit(AdmissionRequest request);

    /**
     * @param merchant whose bucket it is
     * @param keyLimit null: only the merchant's own limit holds
     * @param nonceLifetime how long the nonce must be remembered: as long as its signature is fresh
     */
    record AdmissionRequest(
            String merchant,
            String keyId,
            String nonce,
            RateLimit merchantLimit,
            @Nullable RateLimit keyLimit,
            Duration nonceLifetime) {}
}
