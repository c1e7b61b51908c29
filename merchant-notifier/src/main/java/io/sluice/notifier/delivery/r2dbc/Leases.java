package io.sluice.notifier.delivery.r2dbc;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Tokens of those who take deliveries. */
final class Leases {

    private Leases() {}

    /** No secret, only different from all others; secure random numbers would read a file on the caller's thread. */
    static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }
}
