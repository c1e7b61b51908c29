package io.sluice.compare.report.model;

import io.sluice.sandbox.place.SandboxException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The ways in which contestants are loaded. */
public enum Load {
    /** As fast as the connections get answers. */
    SATURATED("saturated"),
    /** A steady rate, below everyone's capacity. */
    STEADY("steady"),
    /** A steady rate of 80 % of the baseline's capacity. */
    BUSY("busy"),
    /** Saturated, Sluice with and without idle subscribers on top. */
    STREAMS("streams"),
    /** Sluice takes payments that wait for their payers, and then the channel's callbacks. */
    CALLBACKS("callbacks");

    private final String label;

    Load(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @throws SandboxException naming those that there are */
    public static Load labelled(String label) {
        return Arrays.stream(values())
                .filter(load -> load.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new SandboxException("there is no load " + label + "; there are "
                        + Arrays.stream(values()).map(Load::label).collect(Collectors.joining(", "))));
    }
}
