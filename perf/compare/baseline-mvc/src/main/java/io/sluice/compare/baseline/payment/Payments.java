package io.sluice.compare.baseline.payment;

/** Payments and their outbox. Each method is one durable transaction and returns after its commit. */
interface Payments {
    /** @return whether it was written; false when its idempotency key was used before */
    boolean accept(Payment payment, Event event);

    void conclude(Payment payment, Event event);
}
