package io.sluice.sandbox.checker.evidence;

/**
 * A payment as its row tells it.
 *
 * @param id {@code pay_…}
 * @param collectedMinor what it has collected once it succeeded: all of it, or what was captured of it by then
 * @param withPeople whether one of its attempts waits for a person
 */
public record Payment(
        String id,
        String orderNo,
        long amountMinor,
        long collectedMinor,
        String currency,
        String state,
        int version,
        boolean withPeople) {}
