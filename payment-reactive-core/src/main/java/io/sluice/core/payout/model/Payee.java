package io.sluice.core.payout.model;

/**
 * A beneficiary as everyone may see him; who he is in the clear is sealed beside the payout.
 *
 * @param type of {@link io.sluice.core.channel.Beneficiary}
 * @param masked such as a card's first six digits and last four
 */
public record Payee(String type, String masked) {}
