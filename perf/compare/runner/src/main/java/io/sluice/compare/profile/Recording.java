package io.sluice.compare.profile;

import io.sluice.compare.profile.model.Collection;
import io.sluice.compare.profile.model.Frame;
import io.sluice.compare.profile.model.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a file of Flight Recorder's has in it.
 *
 * @param cpu in microseconds
 * @param allocations in bytes
 */
record Recording(List<Sample> cpu, List<Sample> allocations, List<Collection> collections) {
    private static final double NANOS_A_MICRO = 1000;
    private static final double NANOS_A_MILLI = 1e6;

    private record Allocation(long thread, Instant at, Sample sample) {}

    /** Reads what was sampled between two moments. */
    static Recording read(Path file, Instant from, Instant until) {
        List<Sample> cpu = new ArrayList<>();
        List<Allocation> allocations = new ArrayList<>();
        List<Collection> collections = new ArrayList<>();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                Instant at = event.getStartTime();
                if (at.isBefore(from) || at.isAfter(until)) {
                    continue;
                }
                switch (event.getEventType().getName()) {
                    case "jdk.CPUTimeSample" -> cpu.add(new Sample(frames(event), micros(event)));
                    case "jdk.ObjectAllocationSample" -> allocations.add(allocation(event));
                    case "jdk.GarbageCollection" -> collections.add(collection(event));
                    default -> {}
                }
            }
            return new Recording(cpu, withoutFirst(allocations), collections);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Collection collection(RecordedEvent event) {
        return new Collection(
                event.getString("name"), event.getDuration("sumOfPauses").toNanos() / NANOS_A_MILLI);
    }

    private static Allocation allocation(RecordedEvent event) {
        long thread = event.getThread() == null ? 0 : event.getThread().getId();
        return new Allocation(thread, event.getStartTime(), new Sample(frames(event), event.getLong("weight")));
    }

    /** The first of a thread stands for all that it took since it began. */
    private static List<Sample> withoutFirst(List<Allocation> allocations) {
        return allocations.stream().collect(Collectors.groupingBy(Allocation::thread)).values().stream()
                .flatMap(ofThread -> ofThread.stream()
                        .sorted(Comparator.comparing(Allocation::at))
                        .skip(1))
                .map(Allocation::sample)
                .toList();
    }

    /** Longer than what was asked for where the kernel's clock is coarser. */
    private static double micros(RecordedEvent event) {
        return event.getDuration("samplingPeriod").toNanos() / NANOS_A_MICRO;
    }

    private static List<Frame> frames(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        return stack == null
                ? List.of()
                : stack.getFrames().stream().map(Recording::frame).toList();
    }

    private static Frame frame(RecordedFrame frame) {
        var method = frame.getMethod();
        return new Frame(method.getType().getName(), method.getName());
    }
}
