package io.sluice.compare.report.model;

/** The three ways in which every contestant is loaded. */
public enum Load {
    /** As fast as the connections get answers. */
    SATURATED("saturated"),
    /** A steady rate, well below everyone's capacity. */
    STEADY("steady"),
    /** A steady rate of 80 % of the baseline's capacity. */
    BUSY("busy");

    private final String label;

    Load(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
