package io.sluice.sandbox.checker.evidence;

/**
 * A payment as its row tells it.
 *
 * @param id {@code pay_…}
 * @param withPeople whether one of its attempts waits for a person
 */
public record Payment(
        String id, String orderNo, long amountMinor, String currency, String state, int version, boolean withPeople) {}
