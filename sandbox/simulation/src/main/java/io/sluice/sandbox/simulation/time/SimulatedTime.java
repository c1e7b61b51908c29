package io.sluice.sandbox.simulation.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * One thread, one queue of tasks. Time passes when nothing is left to do before the next task. Where nothing has happened
 * for a while but polling, it leaps to the next thing that will: to a process this is a long pause, after which its
 * timers are late.
 */
public final class SimulatedTime {

    /** Long enough for what goes well to have led to everything that it leads to at once. */
    private static final long QUIET_NANOS = Duration.ofMillis(350).toNanos();

    /** Longer than the time-outs of calls and the pauses between retries; a few that are longer end late. */
    private static final long QUIET_AFTER_TROUBLE_NANOS = Duration.ofSeconds(6).toNanos();

    private static final long LONGEST_END_NANOS = Duration.ofMinutes(10).toNanos();

    /** What nobody has taken for that long after it was due is not waited for. */
    private static final long FORGOTTEN_NANOS = Duration.ofMinutes(10).toNanos();

    /** Many times what a run needs. */
    private static final long MOST_TASKS = 3_000_000;

    private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

    private final PriorityQueue<Task> ofWorld = new PriorityQueue<>();
    private final PriorityQueue<Task> ofProcesses = new PriorityQueue<>();
    private final Machine world = new Machine("world", Duration.ZERO);
    private Machine current = world;
    private long now;
    private long order;
    private long busyUntil;
    private long tasks;

    public Machine world() {
        return world;
    }

    /** Who is doing what happens now. */
    public Machine current() {
        return current;
    }

    public Instant instant() {
        return BEGIN.plusNanos(now);
    }

    public Duration elapsed() {
        return Duration.ofNanos(now);
    }

    /** How many tasks have run. */
    public long tasks() {
        return tasks;
    }

    /** Whether so much happened that it would never have come to an end. */
    public boolean isRunningAway() {
        return tasks >= MOST_TASKS;
    }

    /** The time as a machine's own clock shows it, to the microsecond as in the product. */
    public Clock clockOf(Machine machine) {
        InstantSource source = () -> instant().plus(machine.skew()).truncatedTo(ChronoUnit.MICROS);
        return source.withZone(ZoneOffset.UTC);
    }

    /** Something happened that may lead to more: no leap for a while. */
    public void stir() {
        busyUntil = Math.max(busyUntil, now + QUIET_NANOS);
    }

    /** Something went wrong, so that somebody may wait for a time-out. */
    public void trouble() {
        busyUntil = now + QUIET_AFTER_TROUBLE_NANOS;
    }

    /** Does something as a machine; does nothing when it is dead. */
    public void as(Machine machine, Runnable work) {
        if (!machine.isAlive()) {
            return;
        }
        Machine before = current;
        current = machine;
        try {
            work.run();
        } finally {
            current = before;
        }
    }

    public Disposable later(Machine machine, Duration delay, Runnable work) {
        return schedule(machine, delay.toNanos(), work);
    }

    Disposable schedule(Machine machine, long delayNanos, Runnable work) {
        Task task = new Task(now + Math.max(0, delayNanos), order++, machine, work);
        (machine == world ? ofWorld : ofProcesses).add(task);
        return task;
    }

    long now(TimeUnit unit) {
        return unit.convert(BEGIN.getEpochSecond(), TimeUnit.SECONDS) + unit.convert(now, TimeUnit.NANOSECONDS);
    }

    /**
     * Runs until {@code end}, and on until nothing is under way any more.
     *
     * @param nextEvent when something outside of the queue becomes due, such as a row; null when nothing will
     */
    public void runUntil(Duration end, Supplier<@Nullable Instant> nextEvent) {
        long last = end.toNanos() + LONGEST_END_NANOS;
        while (now <= last && !isRunningAway()) {
            if (now > busyUntil) {
                if (now >= end.toNanos()) {
                    return;
                }
                leap(end.toNanos(), nextEvent.get());
            }
            Task next = next();
            if (next == null) {
                return;
            }
            now = Math.max(now, next.at);
            run(next);
        }
    }

    private void leap(long end, @Nullable Instant event) {
        Task ofTheWorld = peek(ofWorld);
        long target = ofTheWorld == null ? end : Math.min(end, ofTheWorld.at);
        long due = event == null ? end : Duration.between(BEGIN, event).toNanos();
        if (due > now - FORGOTTEN_NANOS) {
            target = Math.min(target, due);
        }
        now = Math.max(now, target);
        if (now >= end) {
            trouble();
        } else {
            stir();
        }
    }

    private @Nullable Task next() {
        Task outside = peek(ofWorld);
        Task inside = peek(ofProcesses);
        if (outside == null || inside == null) {
            return outside == null ? ofProcesses.poll() : ofWorld.poll();
        }
        return outside.compareTo(inside) < 0 ? ofWorld.poll() : ofProcesses.poll();
    }

    private static @Nullable Task peek(PriorityQueue<Task> queue) {
        Task head = queue.peek();
        while (head != null && head.isDisposed()) {
            queue.poll();
            head = queue.peek();
        }
        return head;
    }

    private void run(Task task) {
        tasks++;
        task.done = true;
        as(task.machine, task.work);
    }

    private static final class Task implements Comparable<Task>, Disposable {

        private final long at;
        private final long order;
        private final Machine machine;
        private final Runnable work;
        private boolean done;

        Task(long at, long order, Machine machine, Runnable work) {
            this.at = at;
            this.order = order;
            this.machine = machine;
            this.work = work;
        }

        @Override
        public int compareTo(Task other) {
            int byTime = Long.compare(at, other.at);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }

        @Override
        public void dispose() {
            done = true;
        }

        @Override
        public boolean isDisposed() {
            return done || !machine.isAlive();
        }
    }
}
