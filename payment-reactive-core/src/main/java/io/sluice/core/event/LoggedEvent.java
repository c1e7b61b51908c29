package io.sluice.core.event;

/**
 * An event and its place in the log.
 *
 * @param cursor just after the event
 */
public record LoggedEvent(EventCursor cursor, PaymentEvent event) {}
