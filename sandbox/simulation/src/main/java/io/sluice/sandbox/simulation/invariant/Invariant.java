package io.sluice.sandbox.simulation.invariant;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule that holds after every run.
 *
 * @param rule in words
 * @param violations what breaks it in a run
 */
public record Invariant(String rule, Function<Run, Stream<String>> violations) {

    /** All rules. */
    public static List<Invariant> all() {
        return Stream.of(
                        ChannelInvariants.all(),
                        PaymentInvariants.all(),
                        EventInvariants.all(),
                        LedgerInvariants.all(),
                        AnswerInvariants.all(),
                        ModificationInvariants.all(),
                        CaptureInvariants.all(),
                        DecisionInvariants.all(),
                        PromptnessInvariants.all())
                .flatMap(List::stream)
                .toList();
    }
}
