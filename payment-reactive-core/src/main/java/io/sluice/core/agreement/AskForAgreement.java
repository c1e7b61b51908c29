package io.sluice.core.agreement;

import io.sluice.core.payment.model.IdempotencyKey;

/** A merchant's request to have a payer asked. */
public record AskForAgreement(String method, PayerCard payer, IdempotencyKey key) {}
