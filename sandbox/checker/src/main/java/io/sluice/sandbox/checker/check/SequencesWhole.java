package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Event;
import io.sluice.sandbox.checker.evidence.Evidence;
import io.sluice.sandbox.checker.evidence.Payment;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class SequencesWhole implements Check {
    @Override
    public String name() {
        return "sequences-whole";
    }

    @Override
    public String rule() {
        return "every payment's events count from 1 to its version without a gap";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        Map<String, List<Integer>> sequences = evidence.store().events().stream()
                .collect(Collectors.groupingBy(
                        Event::paymentId, Collectors.mapping(Event::sequence, Collectors.toList())));
        return evidence.store().payments().stream()
                .filter(payment -> !isWhole(payment, sequences.getOrDefault(payment.id(), List.of())))
                .map(payment -> payment.id() + " is at version " + payment.version() + ", its events are "
                        + sequences.getOrDefault(payment.id(), List.of()).stream()
                                .sorted()
                                .toList())
                .toList();
    }

    private static boolean isWhole(Payment payment, List<Integer> sequences) {
        return sequences.stream()
                .sorted()
                .toList()
                .equals(IntStream.rangeClosed(1, payment.version()).boxed().toList());
    }
}
