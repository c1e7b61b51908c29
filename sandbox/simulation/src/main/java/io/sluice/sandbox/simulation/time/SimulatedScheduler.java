package io.sluice.sandbox.simulation.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/** Reactor's threads in simulated time. What is scheduled belongs to the machine that scheduled it, and dies with it. */
final class SimulatedScheduler implements Scheduler {

    private static final Duration LONGEST_WAIT_FOR_A_THREAD = Duration.ofNanos(200_000);

    private final SimulatedTime time;
    private final Chance chance;
    private final boolean inOrder;

    /** @param inOrder whether tasks that may run at once do so in the order they came, as on a single thread */
    SimulatedScheduler(SimulatedTime time, Chance chance, boolean inOrder) {
        this.time = time;
        this.chance = chance;
        this.inOrder = inOrder;
    }

    @Override
    public Disposable schedule(Runnable task) {
        return time.schedule(time.current(), wait(inOrder), task);
    }

    private long wait(boolean none) {
        return none
                ? 0
                : chance.between(Duration.ZERO, LONGEST_WAIT_FOR_A_THREAD).toNanos();
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return time.schedule(time.current(), unit.toNanos(delay), task);
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
        Disposable.Swap next = Disposables.swap();
        next.update(schedule(() -> repeat(task, unit.toNanos(period), next), initialDelay, unit));
        return next;
    }

    private void repeat(Runnable task, long periodNanos, Disposable.Swap next) {
        task.run();
        if (!next.isDisposed()) {
            next.replace(schedule(() -> repeat(task, periodNanos, next), periodNanos, TimeUnit.NANOSECONDS));
        }
    }

    @Override
    public long now(TimeUnit unit) {
        return time.now(unit);
    }

    @Override
    public Worker createWorker() {
        return new InOrder();
    }

    /** A worker runs its tasks one after the other, in the order they came. */
    private final class InOrder implements Worker {

        private final Disposable.Composite tasks = Disposables.composite();

        @Override
        public Disposable schedule(Runnable task) {
            return schedule(task, 0, TimeUnit.NANOSECONDS);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            if (tasks.isDisposed()) {
                return Disposables.disposed();
            }
            Disposable scheduled = SimulatedScheduler.this.schedule(task, delay, unit);
            tasks.add(scheduled);
            return scheduled;
        }

        @Override
        public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
            Disposable scheduled = SimulatedScheduler.this.schedulePeriodically(task, initialDelay, period, unit);
            tasks.add(scheduled);
            return scheduled;
        }

        @Override
        public void dispose() {
            tasks.dispose();
        }

        @Override
        public boolean isDisposed() {
            return tasks.isDisposed();
        }
    }
}
