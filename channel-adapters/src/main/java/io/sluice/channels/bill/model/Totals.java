package io.sluice.channels.bill.model;

import io.sluice.core.channel.bill.BillException;
import java.util.HashMap;
import java.util.Map;

/** What the lines of a bill add up to, and whether the bill says the same. Counts and minor units, by name. */
public final class Totals {

    private final Map<String, Long> sums = new HashMap<>();

    /** @throws BillException when the sum is too great for a bill */
    public void add(String name, long number) {
        try {
            sums.merge(name, number, Math::addExact);
        } catch (ArithmeticException tooGreat) {
            throw BillException.broken("the lines' " + name + " add up to more than can be");
        }
    }

    /** @throws BillException when the lines add up to something else */
    public void compare(String name, long said) {
        long found = sums.getOrDefault(name, 0L);
        if (found != said) {
            throw BillException.broken(
                    "the lines' " + name + " add up to " + found + " where the bill's summary says " + said);
        }
    }
}
