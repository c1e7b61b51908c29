package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Evidence;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class RefundsWithinCharges implements Check {
    @Override
    public String name() {
        return "refunds-within";
    }

    @Override
    public String rule() {
        return "no payment has more given back, by the channel's book or by the gateway, than the channel charged";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        return Stream.concat(
                        beyond(evidence, "the channel's book", evidence.givenBack()),
                        beyond(evidence, "the gateway", evidence.refunded()))
                .toList();
    }

    private static Stream<String> beyond(Evidence evidence, String whose, Map<String, Long> sums) {
        Map<String, Long> charged = evidence.charged();
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() > charged.getOrDefault(sum.getKey(), 0L))
                .map(sum -> "%s: %d given back by %s, %d charged"
                        .formatted(sum.getKey(), sum.getValue(), whose, charged.getOrDefault(sum.getKey(), 0L)));
    }
}
