package io.sluice.channels.http.net;

import java.util.concurrent.atomic.AtomicInteger;

/** Taking one of so many. */
final class Counting {

    private Counting() {}

    static boolean take(AtomicInteger left) {
        int seen = left.get();
        while (seen > 0) {
            if (left.compareAndSet(seen, seen - 1)) {
                return true;
            }
            seen = left.get();
        }
        return false;
    }
}
