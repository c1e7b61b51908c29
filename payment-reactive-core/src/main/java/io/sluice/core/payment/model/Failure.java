package io.sluice.core.payment.model;

/**
 * Why a payment failed or an attempt was declined.
 *
 * @param code stable: {@code declined}, {@code channel_unavailable}, {@code absent_at_channel}
 * @param message for people
 */
public record Failure(String code, String message) {}
