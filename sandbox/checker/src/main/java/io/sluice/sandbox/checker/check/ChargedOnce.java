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
        return "the channel's own book has at most one charge of a payment, and of each capture of what was held";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        return evidence.charges().entrySet().stream()
                .filter(payment -> isTwice(payment.getValue()))
                .map(payment -> payment.getKey() + " was charged "
                        + payment.getValue().size() + " times, as " + numbers(payment.getValue()))
                .toList();
    }

    private static boolean isTwice(List<Charge> charges) {
        long orders = charges.stream().map(Charge::number).distinct().count();
        long captures = charges.stream().map(Charge::capture).distinct().count();
        return orders > 1 || captures < charges.size();
    }

    private static String numbers(List<Charge> charges) {
        return charges.stream().map(charge -> "att_" + charge.number()).collect(Collectors.joining(" and "));
    }
}
