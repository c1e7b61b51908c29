package io.sluice.compare.profile;

import io.sluice.compare.contestant.Contestant;
import io.sluice.compare.contestant.Ground;
import io.sluice.compare.load.Generator;
import io.sluice.compare.load.LoadResult;
import io.sluice.compare.load.PreparedRequests;
import io.sluice.compare.measure.CpuMeter;
import io.sluice.compare.measure.Group;
import io.sluice.compare.profile.model.Profiled;
import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.SandboxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Saturates one contestant while its service is recorded. */
public final class ProfileRun {
    /** What is put off, such as events on their way to Kafka, is paid for within it. */
    private static final Duration AFTERMATH = Duration.ofSeconds(1);

    private static final double MICROS_A_MILLI = 1000;

    /** One in a thousand. */
    private static final long MOST_FAILURES = 1000;

    private final Ground ground;
    private final Contestant contestant;
    private final PreparedRequests requests;
    private final Generator generator;
    private final int connections;

    public ProfileRun(
            Ground ground, Contestant contestant, PreparedRequests requests, Generator generator, int connections) {
        this.ground = ground;
        this.contestant = contestant;
        this.requests = requests;
        this.generator = generator;
        this.connections = connections;
    }

    /** Sends so many payments that count for nothing. */
    public void warmUp(int payments) throws InterruptedException {
        generator.warmUp(contestant.port(), requests.prepare(payments), connections);
    }

    /** Measures so many payments, and leaves the recording in the file. */
    public ProfileReport measure(int payments, Path file) throws InterruptedException {
        List<byte[]> prepared = requests.prepare(payments);
        ground.settle(contestant.name());
        Group service = contestant.processes().getFirst();
        long pid = service.pids().getFirst();
        var recorder = Recorder.start(pid);
        Instant from = Instant.now();
        var threads = ThreadMeter.start(pid);
        var cpu = CpuMeter.start(others(service));
        LoadResult result = generator.closedLoop(contestant.port(), prepared, connections);
        require(result);
        Pause.of(AFTERMATH);
        var spent = threads.spentMs();
        Map<String, Double> besides = cpu.spentMs();
        Instant until = Instant.now();
        recorder.stop(file);
        besides.replaceAll((process, ms) -> ms * MICROS_A_MILLI / result.answered());
        var recording = Recording.read(file, from, until);
        var profiled = new Profiled(recording.cpu(), recording.allocations(), spent, result.answered());
        return new ProfileReport(profiled, recording.collections(), besides, result.perSecond());
    }

    private List<Group> others(Group service) {
        return Stream.concat(contestant.processes().stream(), ground.processes().stream())
                .filter(group -> !group.equals(service))
                .toList();
    }

    private static void require(LoadResult result) {
        if (result.failed() * MOST_FAILURES > result.answered()) {
            throw new SandboxException("%d of %d payments were not taken: the edge's log says why"
                    .formatted(result.failed(), result.failed() + result.answered()));
        }
    }
}
