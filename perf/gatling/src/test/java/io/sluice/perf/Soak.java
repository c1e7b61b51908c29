package io.sluice.perf;

/** The same for long: what leaks shows, and {@code ./sluice load} watches the edge's memory. */
public final class Soak extends Steady {}
