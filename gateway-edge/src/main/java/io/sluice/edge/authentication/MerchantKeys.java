package io.sluice.edge.authentication;

import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.MerchantKey;
import io.sluice.edge.signature.key.VerificationKeys;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.edge.signature.model.VerificationKey;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Registered keys made ready to verify with; parsing is dear, so what was parsed is kept while it is unchanged. */
@Component
final class MerchantKeys {

    private static final int MOST_KEPT = 10_000;

    private final Merchants merchants;
    private final Map<String, UsableKey> parsed = new ConcurrentHashMap<>();

    MerchantKeys(Merchants merchants) {
        this.merchants = merchants;
    }

    /** Empty when nobody registered this key id. */
    Mono<UsableKey> find(String keyId) {
        return merchants.key(keyId).map(this::usable);
    }

    private UsableKey usable(MerchantKey key) {
        UsableKey known = parsed.get(key.keyId());
        if (known != null && known.registered().equals(key)) {
            return known;
        }
        if (parsed.size() >= MOST_KEPT) {
            parsed.clear();
        }
        UsableKey fresh = new UsableKey(key, parse(key));
        parsed.put(key.keyId(), fresh);
        return fresh;
    }

    private static VerificationKey parse(MerchantKey key) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.named(key.algorithm()).orElseThrow();
        return algorithm == SignatureAlgorithm.HMAC_SHA256
                ? VerificationKeys.ofSecret(key.material())
                : VerificationKeys.parse(algorithm, Base64.getEncoder().encodeToString(key.material()));
    }

    record UsableKey(MerchantKey registered, VerificationKey key) {}
}
