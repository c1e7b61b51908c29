package io.sluice.core.memory;

import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.model.IdempotencyKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose an idempotency key is. */
final class Claims<T> {

    private record Scope(MerchantId merchant, String route, String key) {}

    /** @param key with the body of the request that claimed it for {@code owner} */
    record Claim<T>(IdempotencyKey key, T owner) {}

    private final Map<Scope, Claim<T>> claims = new HashMap<>();

    /** Null when nobody has claimed it. */
    @Nullable Claim<T> find(MerchantId merchant, IdempotencyKey key) {
        return claims.get(scope(merchant, key));
    }

    void put(MerchantId merchant, IdempotencyKey key, T owner) {
        claims.put(scope(merchant, key), new Claim<>(key, owner));
    }

    private static Scope scope(MerchantId merchant, IdempotencyKey key) {
        return new Scope(merchant, key.route(), key.key());
    }
}
