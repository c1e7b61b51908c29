package io.sluice.sandbox.blockhound;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What may block on any thread, and why. */
public final class AllowedBlocking implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // Ids, nonces and signatures take randomness from the kernel's pool, which does not wait once it is filled.
        builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
        // Looks for context propagation on the class path, once in the JVM's life.
        builder.allowBlockingCallsInside("reactor.core.publisher.ContextPropagationSupport", "<clinit>");
        // A timer that is cancelled leaves its scheduler's queue under the lock under which it came; Reactor's own list
        // has only the coming.
        builder.allowBlockingCallsInside("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", "remove");
        // Lettuce counts a connection's writers under a lock that is held for a few instructions. An error thrown there
        // leaves the count negative, and every later writer spins for ever.
        builder.allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "incrementWriters");
        // Lettuce reads the sizes of its bounded buffers before each write; each has a lock, held for a few
        // instructions.
        builder.allowBlockingCallsInside("io.lettuce.core.protocol.DefaultEndpoint", "validateWrite");
        // Of two threads that take a permit in the same instant one steps back for a nanosecond and takes the next.
        builder.allowBlockingCallsInside(
                "io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter", "compareAndSet");
        // A span that ended is offered to the queue of those that are exported, which never waits for room; its lock is
        // held while the exporter takes some hundred out of it at the most.
        builder.allowBlockingCallsInside("io.opentelemetry.sdk.trace.export.BatchSpanProcessor$Worker", "addSpan");
        // When threads contend for buffers, Netty adds arenas, a few times in the JVM's life, and lets go of one
        // in vain under its lock, which whoever allocates holds for a few instructions.
        builder.allowBlockingCallsInside(
                "io.netty.buffer.AdaptivePoolingAllocator$MagazineGroup", "tryExpandMagazines");
    }
}
