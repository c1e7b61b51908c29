package io.sluice.compare.profile.model;

import java.util.List;

/**
 * A thread that was seen at work.
 *
 * @param frames innermost first; empty when the stack could not be walked
 * @param micros of CPU that it stands for
 */
public record Sample(List<Frame> frames, double micros) {
    public Sample {
        frames = List.copyOf(frames);
    }
}
