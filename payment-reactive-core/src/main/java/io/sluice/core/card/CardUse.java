package io.sluice.core.card;

import io.sluice.core.id.AttemptId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.model.AttemptState;
import java.time.Instant;

/**
 * An attempt to charge a card.
 *
 * @param masked its first six digits and last four
 */
public record CardUse(PaymentId payment, AttemptId attempt, AttemptState state, String masked, Instant at) {}
