package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Charge;
import io.sluice.sandbox.checker.evidence.Evidence;
import io.sluice.sandbox.checker.evidence.GivenBack;
import io.sluice.sandbox.checker.evidence.Payment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class ConflictsGivenBack implements Check {
    @Override
    public String name() {
        return "conflicts-given-back";
    }

    @Override
    public String rule() {
        return "what came too late and was reversed is with the payer again by the channel's own book, and no order gave back more than it took";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        return Stream.concat(reversed(evidence), twice(evidence)).toList();
    }

    /** Only what an order itself collected: captures of held money are voided, and are no conflicts. */
    private static Stream<String> reversed(Evidence evidence) {
        Map<String, List<Charge>> charges = evidence.charges();
        Map<String, Long> givenBack = evidence.givenBack();
        return evidence.store().payments().stream()
                .filter(payment -> payment.state().equals("REVERSED"))
                .filter(payment -> charges.getOrDefault(payment.id(), List.of()).stream()
                        .allMatch(charge -> charge.capture().isEmpty()))
                .map(Payment::id)
                .filter(payment -> evidence.charged().getOrDefault(payment, 0L)
                        != givenBack.getOrDefault(payment, 0L).longValue())
                .map(payment -> "%s is REVERSED, the channel charged %d and gave %d back"
                        .formatted(
                                payment,
                                evidence.charged().getOrDefault(payment, 0L),
                                givenBack.getOrDefault(payment, 0L)));
    }

    private static Stream<String> twice(Evidence evidence) {
        Map<String, Long> left = new HashMap<>();
        evidence.book()
                .charges()
                .forEach((Charge line) -> left.merge(line.number(), line.amountMinor(), Math::addExact));
        evidence.book()
                .givenBack()
                .forEach((GivenBack line) -> left.merge(line.number(), -line.amountMinor(), Math::addExact));
        return left.entrySet().stream()
                .filter(order -> order.getValue() < 0)
                .map(order -> "att_%s gave back %d more than it took".formatted(order.getKey(), -order.getValue()));
    }
}
