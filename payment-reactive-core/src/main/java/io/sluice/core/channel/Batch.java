package io.sluice.core.channel;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A terminal's day.
 *
 * @param day as its host counts days: with the terminal, the batch's number
 * @param from its first instant
 * @param until the first instant of the next
 */
public record Batch(LocalDate day, Instant from, Instant until) {}
