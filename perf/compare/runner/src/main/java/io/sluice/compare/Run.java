package io.sluice.compare;

import io.sluice.compare.contestant.Contestant;
import io.sluice.compare.contestant.Ground;
import io.sluice.compare.contestant.Variant;
import io.sluice.compare.load.Generator;
import io.sluice.compare.load.LoadResult;
import io.sluice.compare.load.PreparedRequests;
import io.sluice.compare.measure.CpuMeter;
import io.sluice.compare.measure.Group;
import io.sluice.compare.measure.OpensslSpeed;
import io.sluice.compare.measure.OwnCpu;
import io.sluice.compare.report.model.Load;
import io.sluice.compare.report.model.Round;
import io.sluice.compare.report.model.Rounds;
import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.SandboxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Loads contestants that were started, one after the other, and measures what that costs. */
final class Run {
    /** What is put off, such as events on their way to Kafka, is paid for within it. */
    private static final Duration AFTERMATH = Duration.ofSeconds(1);

    private static final int OPEN_CONNECTIONS = 2_048;

    /** One in a thousand. */
    private static final long MOST_FAILURES = 1000;

    private final Ground ground;
    private final List<Contestant> contestants;
    private final PreparedRequests requests;
    private final Generator generator;
    private final List<Round> rounds = new ArrayList<>();

    Run(Ground ground, List<Contestant> contestants, PreparedRequests requests, Generator generator) {
        this.ground = ground;
        this.contestants = contestants;
        this.requests = requests;
        this.generator = generator;
    }

    /** How one load is sent. */
    interface Sending {
        LoadResult to(int port, List<byte[]> prepared) throws InterruptedException;
    }

    Sending saturating(int connections) {
        return (port, prepared) -> generator.closedLoop(port, prepared, connections);
    }

    Sending steady(int perSecond) {
        return (port, prepared) -> generator.openLoop(port, prepared, perSecond, OPEN_CONNECTIONS);
    }

    /** Sends each contestant the same payments, and counts nothing. */
    void warmUp(int payments, int connections) throws InterruptedException {
        List<byte[]> prepared = requests.prepare(payments);
        for (Contestant contestant : contestants) {
            generator.warmUp(contestant.port(), prepared, connections);
        }
    }

    /** One round: the same payments to each, beginning with another one each time. */
    void round(int number, Load load, int payments, Sending sending) throws InterruptedException {
        List<byte[]> prepared = requests.prepare(payments);
        List<Contestant> taking = contestants.stream()
                .filter(contestant ->
                        load == Load.SATURATED || !contestant.name().equals(Variant.FLOOR.label()))
                .toList();
        double speed = OpensslSpeed.verificationsPerSecond();
        for (int i = 0; i < taking.size(); i++) {
            var contestant = taking.get((i + number) % taking.size());
            ground.settle(contestant.name());
            rounds.add(measured(number, load, contestant, prepared, sending, speed));
        }
    }

    Rounds rounds() {
        return new Rounds(rounds);
    }

    private Round measured(
            int number, Load load, Contestant contestant, List<byte[]> prepared, Sending sending, double speed)
            throws InterruptedException {
        var cpu = CpuMeter.start(groups(contestant));
        var background = CpuMeter.start(others(contestant));
        double generatorBefore = OwnCpu.ms();
        LoadResult result = sending.to(contestant.port(), prepared);
        double generatorMs = OwnCpu.ms() - generatorBefore;
        require(contestant, result);
        Pause.of(AFTERMATH);
        Map<String, Double> spent = cpu.spentMs();
        spent.replaceAll((process, ms) -> ms / result.answered());
        double idling = background.spentMs().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return new Round(
                number,
                load,
                contestant.name(),
                result.answered(),
                result.failed(),
                result.perSecond(),
                result.percentileMs(50),
                result.percentileMs(90),
                result.percentileMs(99),
                spent,
                generatorMs / result.answered(),
                idling / result.answered(),
                contestant.processes().getFirst().residentMb(),
                speed);
    }

    private List<Group> groups(Contestant contestant) {
        return Stream.concat(contestant.processes().stream(), ground.processes().stream())
                .toList();
    }

    private List<Group> others(Contestant contestant) {
        return contestants.stream()
                .filter(other -> !other.equals(contestant))
                .flatMap(other -> other.processes().stream()
                        .map(group -> new Group(other.name() + ' ' + group.name(), group.pids())))
                .toList();
    }

    /** A contestant that refuses payments is fast for the wrong reason. */
    private static void require(Contestant contestant, LoadResult result) {
        if (result.failed() * MOST_FAILURES > result.answered()) {
            throw new SandboxException("%s did not take %d of %d payments; its log is kept beside the others"
                    .formatted(contestant.name(), result.failed(), result.failed() + result.answered()));
        }
    }
}
