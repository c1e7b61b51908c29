package io.sluice.compare.baseline.payment;

import java.time.Instant;
import java.util.UUID;

/** What happened to a payment; the body is the payment afterwards, as JSON. */
public record Event(UUID paymentId, String type, Instant at, String body) {}
