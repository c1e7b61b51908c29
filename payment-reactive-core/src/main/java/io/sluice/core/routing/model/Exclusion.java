package io.sluice.core.routing.model;

import org.jspecify.annotations.Nullable;

/**
 * Why an account may not take a payment.
 *
 * @param code stable
 * @param field of the request that is at odds with the account; null where it is not the request
 * @param temporary whether the same request may be taken a little later
 */
public record Exclusion(String code, @Nullable String field, String message, boolean temporary) {}
