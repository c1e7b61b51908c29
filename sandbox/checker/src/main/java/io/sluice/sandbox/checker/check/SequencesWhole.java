package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Event;
import io.sluice.sandbox.checker.evidence.Evidence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class SequencesWhole implements Check {
    @Override
    public String name() {
        return "sequences-whole";
    }

    @Override
    public String rule() {
        return "every payment's and payout's events count from 1 to its version without a gap";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        Map<String, List<Integer>> sequences = evidence.store().events().stream()
                .collect(Collectors.groupingBy(
                        Event::paymentId, Collectors.mapping(Event::sequence, Collectors.toList())));
        Map<String, Integer> versions = new TreeMap<>();
        evidence.store().payments().forEach(payment -> versions.put(payment.id(), payment.version()));
        evidence.store().payouts().forEach(payout -> versions.put(payout.id(), payout.version()));
        return versions.entrySet().stream()
                .filter(one -> !isWhole(one.getValue(), sequences.getOrDefault(one.getKey(), List.of())))
                .map(one -> one.getKey() + " is at version " + one.getValue() + ", its events are "
                        + sequences.getOrDefault(one.getKey(), List.of()).stream()
                                .sorted()
                                .toList())
                .toList();
    }

    private static boolean isWhole(int version, List<Integer> sequences) {
        return sequences.stream()
                .sorted()
                .toList()
                .equals(IntStream.rangeClosed(1, version).boxed().toList());
    }
}
