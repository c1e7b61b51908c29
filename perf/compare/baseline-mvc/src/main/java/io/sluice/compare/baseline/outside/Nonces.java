package io.sluice.compare.baseline.outside;

import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import org.springframework.stereotype.Component;

/** Which requests were seen, in Redis; one connection serves all threads. */
@Component
public final class Nonces {
    /** Twice the skew that is allowed. */
    private static final SetArgs FOR_TEN_MINUTES = SetArgs.Builder.nx().ex(600);

    private final StatefulRedisConnection<String, String> redis;

    Nonces(StatefulRedisConnection<String, String> redis) {
        this.redis = redis;
    }

    public boolean isNew(String nonce) {
        return redis.sync().set("nonce:" + nonce, "", FOR_TEN_MINUTES) != null;
    }
}
