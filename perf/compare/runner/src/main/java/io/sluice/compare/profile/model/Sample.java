package io.sluice.compare.profile.model;

import java.util.List;

/**
 * A thread that was seen at work, or as it took memory.
 *
 * @param frames innermost first; empty when the stack could not be walked
 * @param amount that it stands for: microseconds of CPU, or bytes
 */
public record Sample(List<Frame> frames, double amount) {
    public Sample {
        frames = List.copyOf(frames);
    }

    Sample times(double factor) {
        return new Sample(frames, amount * factor);
    }
}
