package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Charge;
import io.sluice.sandbox.checker.evidence.Evidence;
import java.util.List;
import java.util.stream.Collectors;

final class ChargedOnce implements Check {
    @Override
    public String name() {
        return "charged-once";
    }

    @Override
    public String rule() {
        return "the channel's own book has at most one charge of a payment";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        return evidence.charges().entrySet().stream()
                .filter(payment -> payment.getValue().size() > 1)
                .map(payment -> payment.getKey() + " was charged "
                        + payment.getValue().size() + " times, as " + numbers(payment.getValue()))
                .toList();
    }

    private static String numbers(List<Charge> charges) {
        return charges.stream().map(charge -> "att_" + charge.number()).collect(Collectors.joining(" and "));
    }
}
