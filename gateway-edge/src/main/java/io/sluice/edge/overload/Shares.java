package io.sluice.edge.overload;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Who is charged with a request before its signature was looked at. A key id is anybody's to write, so a request counts as
 * the key's only where it comes from an address that has proven to hold this key; else it is the address's own. A liar
 * thus takes from his own share and not from his whose key he names.
 */
final class Shares {

    private static final int MOST_KEPT = 100_000;

    /** How many intervals somebody counts as one of those who share, after his last request. */
    private static final int REMEMBERED = 10;

    private final Map<Object, Share> shares = new ConcurrentHashMap<>();
    private final Set<Proof> proofs = ConcurrentHashMap.newKeySet();
    private final Lately asked = new Lately();
    private final Lately done = new Lately();
    private final AtomicLong interval = new AtomicLong(REMEMBERED);

    /**
     * The share that a request which comes now is counted for.
     *
     * @param address where the request comes from
     * @param claimedKey the key id that it names, if any
     */
    Share of(String address, @Nullable String claimedKey) {
        Object owner = owner(address, claimedKey);
        Share share = shares.get(owner);
        if (share == null) {
            share = shares.size() < MOST_KEPT ? shares.computeIfAbsent(owner, key -> new Share()) : new Share();
        }
        share.asksIn(interval.get());
        asked.more();
        return share;
    }

    private Object owner(String address, @Nullable String claimedKey) {
        return claimedKey != null && proofs.contains(new Proof(address, claimedKey))
                ? claimedKey
                : new Unproven(address);
    }

    /** A signature of the key's was good, and came from this address. Forgetting all now and then costs little. */
    void proven(String address, String key) {
        Proof proof = new Proof(address, key);
        if (proofs.size() >= MOST_KEPT && !proofs.contains(proof)) {
            proofs.clear();
        }
        proofs.add(proof);
    }

    int sharers() {
        return Math.max(1, shares.size());
    }

    /** Requests of all of these. */
    int asked() {
        return asked.count();
    }

    void oneIsDone() {
        done.more();
    }

    /** Of these. */
    int done() {
        return done.count();
    }

    void nextInterval() {
        long oldest = interval.incrementAndGet() - REMEMBERED;
        asked.nextInterval();
        done.nextInterval();
        shares.values().forEach(Share::nextInterval);
        shares.values().removeIf(share -> share.isIdleSince(oldest));
    }

    private record Proof(String address, String key) {}

    private record Unproven(String address) {}
}
