package io.sluice.notifier.delivery.model;

/** Where a delivery stands; the names are those in the database and in the merchant's list of deliveries. */
public enum DeliveryState {
    /** Waits for its first or next attempt, or is on its way. */
    PENDING,
    /** A receiver answered 2xx. */
    DELIVERED,
    /** Given up: the schedule is used up, or the receiver answered 410. */
    EXHAUSTED,
    /** Its endpoint was removed before it could be delivered. */
    CANCELLED
}
