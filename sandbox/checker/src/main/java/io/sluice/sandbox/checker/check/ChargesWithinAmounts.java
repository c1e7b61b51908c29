package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Evidence;
import java.util.List;

final class ChargesWithinAmounts implements Check {
    @Override
    public String name() {
        return "charges-within";
    }

    @Override
    public String rule() {
        return "no payment was charged more than its amount, however many captures it had";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        var charged = evidence.charged();
        return evidence.store().payments().stream()
                .filter(payment -> charged.getOrDefault(payment.id(), 0L) > payment.amountMinor())
                .map(payment -> "%s was charged %d, its amount is %d"
                        .formatted(payment.id(), charged.get(payment.id()), payment.amountMinor()))
                .toList();
    }
}
