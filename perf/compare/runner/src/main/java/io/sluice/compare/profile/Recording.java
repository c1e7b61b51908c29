package io.sluice.compare.profile;

import io.sluice.compare.profile.model.Frame;
import io.sluice.compare.profile.model.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Reads samples from a file of Flight Recorder's. */
final class Recording {
    private static final String EVENT = "jdk.CPUTimeSample";
    private static final double NANOS_A_MICRO = 1000;

    private Recording() {}

    /** Those between two moments. Blocks while it reads. */
    static List<Sample> samples(Path file, Instant from, Instant until) {
        List<Sample> samples = new ArrayList<>();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                Instant at = event.getStartTime();
                if (event.getEventType().getName().equals(EVENT) && !at.isBefore(from) && !at.isAfter(until)) {
                    samples.add(sample(event));
                }
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Sample sample(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        List<Frame> frames = stack == null
                ? List.of()
                : stack.getFrames().stream().map(Recording::frame).toList();
        return new Sample(frames, event.getDuration("samplingPeriod").toNanos() / NANOS_A_MICRO);
    }

    private static Frame frame(RecordedFrame frame) {
        var method = frame.getMethod();
        return new Frame(method.getType().getName(), method.getName());
    }
}
