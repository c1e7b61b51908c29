package io.sluice.core.channel;

/**
 * What a channel offers about an order whose outcome nobody knows.
 *
 * @param inquires it can be asked what became of it, see {@link Inquires}
 * @param reverses it can be asked to take it back, see {@link Reverses}
 */
public record Recourse(boolean inquires, boolean reverses) {}
