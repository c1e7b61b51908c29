package io.sluice.compare.floor;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** The ids of one payment; all else of its rows is the same for all. */
record FloorPayment(UUID payment, UUID attempt, UUID event, OffsetDateTime at, CompletableFuture<Void> done) {
    static FloorPayment make() {
        var at = OffsetDateTime.now(ZoneOffset.UTC);
        long millis = at.toInstant().toEpochMilli();
        return new FloorPayment(ordered(millis), ordered(millis), ordered(millis), at, new CompletableFuture<>());
    }

    /** The next event of the same payment. */
    FloorPayment later() {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        return new FloorPayment(payment, attempt, ordered(now.toInstant().toEpochMilli()), now, done);
    }

    /** As UUIDv7: keys that are near in time are near in the index. */
    private static UUID ordered(long millis) {
        var random = ThreadLocalRandom.current();
        long high = (millis << 16) | 0x7000L | random.nextInt(1 << 12);
        return new UUID(high, (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }
}
