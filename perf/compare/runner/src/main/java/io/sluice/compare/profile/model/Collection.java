package io.sluice.compare.profile.model;

/**
 * One garbage collection.
 *
 * @param collector such as {@code ParallelScavenge}, of the young, or {@code ParallelOld}, of all
 * @param pauseMs for which nothing else ran
 */
public record Collection(String collector, double pauseMs) {}
