package io.sluice.sandbox.simulators.wechat.wire;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers nonces for as long as a timestamp that carried them could still be accepted. Two generations change places
 * every ten minutes, so nothing is scanned and nothing is kept for ever.
 */
final class NonceWindow {
    private static final long GENERATION_SECONDS = 600;

    private volatile Generations generations = new Generations(0, ConcurrentHashMap.newKeySet(), Set.of());

    private record Generations(long number, Set<String> current, Set<String> previous) {}

    /** Whether the nonce is new within its merchant; from now on it is not. */
    boolean isNew(String mchid, String nonce, long nowSeconds) {
        Generations now = at(nowSeconds / GENERATION_SECONDS);
        String key = mchid + ' ' + nonce;
        return !now.previous().contains(key) && now.current().add(key);
    }

    private Generations at(long number) {
        Generations seen = generations;
        return seen.number() == number ? seen : turn(number);
    }

    private synchronized Generations turn(long number) {
        Generations seen = generations;
        if (seen.number() < number) {
            Set<String> previous = seen.number() == number - 1 ? seen.current() : Set.of();
            generations = new Generations(number, ConcurrentHashMap.newKeySet(), previous);
        }
        return generations;
    }
}
