package io.sluice.sandbox.simulation.time;

import io.sluice.core.id.RepeatableIds;
import java.lang.reflect.Field;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Puts simulated time under Reactor, and seeds below whatever draws at random, for the length of one run. One at a time. */
public final class Repeatably {

    private static final Object ONE_AT_A_TIME = new Object();

    private Repeatably() {}

    public static <T> T run(SimulatedTime time, Chance chance, Supplier<T> work) {
        synchronized (ONE_AT_A_TIME) {
            seedThisThread(chance.bits());
            Schedulers.Snapshot before = Schedulers.setFactoryWithSnapshot(new Simulated(time, chance.split()));
            try {
                return RepeatableIds.during(chance.bits(), () -> time.instant().toEpochMilli(), work);
            } finally {
                Schedulers.resetFrom(before);
            }
        }
    }

    /** Reactor's jitter and our own come from {@link ThreadLocalRandom}, which offers no seed. */
    private static void seedThisThread(long seed) {
        ThreadLocalRandom _ = ThreadLocalRandom.current();
        try {
            Field field = Thread.class.getDeclaredField("threadLocalRandomSeed");
            field.setAccessible(true);
            field.setLong(Thread.currentThread(), seed);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException(
                    "the thread's random numbers cannot be seeded: run with --add-opens=java.base/java.lang=ALL-UNNAMED",
                    e);
        }
    }

    private record Simulated(SimulatedTime time, Chance chance) implements Schedulers.Factory {

        @Override
        public Scheduler newParallel(int parallelism, ThreadFactory threads) {
            return new SimulatedScheduler(time, chance, false);
        }

        @Override
        public Scheduler newBoundedElastic(int threadCap, int taskCap, ThreadFactory threads, int ttlSeconds) {
            return new SimulatedScheduler(time, chance, false);
        }

        @Override
        public Scheduler newSingle(ThreadFactory threads) {
            return new SimulatedScheduler(time, chance, true);
        }
    }
}
