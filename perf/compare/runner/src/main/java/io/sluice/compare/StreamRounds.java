package io.sluice.compare;

import io.sluice.compare.contestant.Ground;
import io.sluice.compare.contestant.Sluice;
import io.sluice.compare.load.Generator;
import io.sluice.compare.load.PreparedRequests;
import io.sluice.compare.load.Subscribers;
import io.sluice.compare.measure.JvmMemory;
import io.sluice.compare.measure.OpenFiles;
import io.sluice.compare.report.model.Load;
import io.sluice.compare.report.model.Round;
import io.sluice.compare.report.model.Side;
import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.SandboxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Payments with idle subscribers on top and without, in turn, and what each subscriber takes of the edge's memory. */
final class StreamRounds {
    /** Beside streams and payments' connections: those to the channel, files, and what the JVM opens. */
    private static final int OTHER_FILES = 5_000;

    /** The first ones load classes and get code compiled, which is no subscriber's memory. */
    private static final int FIRST = 500;

    /** Until what has come or gone is at rest. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Ground ground;
    private final Sluice sluice;
    private final PreparedRequests requests;
    private final Generator generator;
    private final Meter meter;
    private final List<Double> kbEach = new ArrayList<>();

    StreamRounds(Ground ground, Sluice sluice, PreparedRequests requests, Generator generator, Meter meter) {
        this.ground = ground;
        this.sluice = sluice;
        this.requests = requests;
        this.generator = generator;
        this.meter = meter;
    }

    /** @throws SandboxException when a process here may not open so many files */
    static void requireFiles(int streams, int connections) {
        OpenFiles.require(streams + connections + OTHER_FILES, "%,d streams of events".formatted(streams));
    }

    /** What each took of the edge's memory in kilobytes, each time that they came. */
    List<Double> kbEach() {
        return List.copyOf(kbEach);
    }

    /** The subscribers come in one round after those without, stay for the next, and go: they are first as often as last. */
    List<Round> measure(Plan plan) throws InterruptedException {
        subscribe(Math.min(FIRST, plan.streams())).close();
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= plan.rounds(); i += 2) {
            Console.progress("with and without %,d subscribers, round %d".formatted(plan.streams(), i));
            Turn turn = Turn.begin(i, Load.STREAMS);
            rounds.add(payments(turn, Side.ALONE, plan));
            try (var subscribers = come(plan.streams())) {
                rounds.add(payments(turn, Side.FOLLOWED, plan));
                if (i < plan.rounds()) {
                    turn = Turn.begin(i + 1, Load.STREAMS);
                    rounds.add(payments(turn, Side.FOLLOWED, plan));
                }
                subscribers.requireAll();
            }
            if (i < plan.rounds()) {
                rounds.add(payments(turn, Side.ALONE, plan));
            }
        }
        return rounds;
    }

    private Round payments(Turn turn, String side, Plan plan) throws InterruptedException {
        List<byte[]> prepared = requests.prepare(plan.saturatedPayments());
        ground.settle(sluice.name());
        return meter.measured(
                turn,
                side,
                sluice.processes(),
                () -> generator.closedLoop(sluice.port(), prepared, plan.connections()));
    }

    private Subscribers come(int streams) throws InterruptedException {
        Pause.of(REST);
        long pid = sluice.processes().getFirst().pids().getFirst();
        var before = JvmMemory.of(pid);
        Subscribers subscribers = subscribe(streams);
        Pause.of(REST);
        var after = JvmMemory.of(pid);
        kbEach.add((after.sumKb() - before.sumKb()) / streams);
        Console.progress("%,d subscribers took %.0f KB of heap and %.0f KB outside of it"
                .formatted(streams, after.heapKb() - before.heapKb(), after.outsideKb() - before.outsideKb()));
        return subscribers;
    }

    /** Each follows a payment of its own, which nothing happens to any more. */
    private Subscribers subscribe(int streams) throws InterruptedException {
        List<String> payments = ground.texts(
                sluice.name(),
                "select 'pay_' || replace(payment_id::text, '-', '') from sluice.payment where state = 'SUCCEEDED' limit "
                        + streams);
        if (payments.size() < streams) {
            throw new SandboxException("there are only %d payments to follow; %d subscribers need one each"
                    .formatted(payments.size(), streams));
        }
        return generator.subscribe(sluice.port(), requests.prepareStreams(payments));
    }
}
