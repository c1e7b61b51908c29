package io.sluice.compare;

import io.sluice.compare.contestant.Contestant;
import io.sluice.compare.contestant.Ground;
import io.sluice.compare.load.LoadResult;
import io.sluice.compare.measure.CpuMeter;
import io.sluice.compare.measure.Group;
import io.sluice.compare.measure.OwnCpu;
import io.sluice.compare.report.model.Round;
import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.SandboxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures what a load comes to, and what it costs. */
final class Meter {
    /** What is put off, such as events on their way to Kafka, is paid for within it. */
    private static final Duration AFTERMATH = Duration.ofSeconds(1);

    /** One in a thousand. */
    private static final long MOST_FAILURES = 1000;

    private final Ground ground;
    private final List<Contestant> contestants;

    /** @param contestants all that are up, whether they are loaded or not */
    Meter(Ground ground, List<Contestant> contestants) {
        this.ground = ground;
        this.contestants = contestants;
    }

    /** One load. */
    interface Sending {
        LoadResult send() throws InterruptedException;
    }

    /** @param processes of whoever is loaded, the service first */
    Round measured(Turn turn, String name, List<Group> processes, Sending sending) throws InterruptedException {
        Group service = processes.getFirst();
        service.forgetPeak();
        var cpu = CpuMeter.start(
                Stream.concat(processes.stream(), ground.processes().stream()).toList());
        var background = CpuMeter.start(others(service));
        double generatorBefore = OwnCpu.ms();
        LoadResult result = sending.send();
        double generatorMs = OwnCpu.ms() - generatorBefore;
        require(name, result);
        Pause.of(AFTERMATH);
        Map<String, Double> spent = cpu.spentMs();
        spent.replaceAll((process, ms) -> ms / result.answered());
        double idling = background.spentMs().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return new Round(
                turn.number(),
                turn.load(),
                name,
                result.answered(),
                result.failed(),
                result.perSecond(),
                result.percentileMs(50),
                result.percentileMs(90),
                result.percentileMs(99),
                spent,
                generatorMs / result.answered(),
                idling / result.answered(),
                service.peakResidentMb(),
                turn.opensslVerifies());
    }

    private List<Group> others(Group service) {
        return contestants.stream()
                .filter(other -> !other.processes().contains(service))
                .flatMap(other -> other.processes().stream()
                        .map(group -> new Group(other.name() + ' ' + group.name(), group.pids())))
                .toList();
    }

    /** Who refuses is fast for the wrong reason. */
    private static void require(String name, LoadResult result) {
        if (result.failed() * MOST_FAILURES > result.answered()) {
            throw new SandboxException("%s did not take %d of %d requests; its log is kept beside the others"
                    .formatted(name, result.failed(), result.failed() + result.answered()));
        }
    }
}
