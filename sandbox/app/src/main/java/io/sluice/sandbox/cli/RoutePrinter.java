package io.sluice.sandbox.cli;

import io.sluice.core.money.Money;
import io.sluice.core.routing.model.Candidate;
import io.sluice.core.routing.model.Considered;
import io.sluice.core.routing.model.RoutingDecision.Chosen;
import io.sluice.core.routing.model.RoutingPolicy;
import io.sluice.core.routing.model.RoutingRecord;
import io.sluice.core.routing.model.RoutingRecord.OfAttempt;
import io.sluice.core.routing.model.WhatIf;
import picocli.CommandLine.Help.Ansi;

/** Tells decisions on the terminal. */
final class RoutePrinter {
    private RoutePrinter() {}

    static void print(OfAttempt attempt) {
        RoutingRecord record = attempt.record();
        System.out.printf(
                "%s  seed %016x, configuration %d%n",
                attempt.payment().lastAttempt().id(),
                record.snapshot().seed(),
                record.snapshot().configuration().version());
        for (int i = 0; i < record.snapshot().candidates().size(); i++) {
            print(
                    attempt.payment().amount(),
                    record.snapshot().candidates().get(i),
                    record.decision().considered().get(i));
        }
        if (record.decision().choice() instanceof Chosen chosen) {
            System.out.println(
                    "  chosen   " + chosen.account() + ", " + chosen.reason().wireName());
        }
        System.out.println(Ansi.AUTO.string(
                record.isRepeatable()
                        ? "  @|green decided again: the same|@"
                        : "  @|bold,red decided again:|@ " + RoutingPolicy.decide(record.snapshot())));
    }

    private static void print(Money amount, Candidate candidate, Considered considered) {
        String cost =
                considered.costMinor() == null ? "" : ", costs " + new Money(considered.costMinor(), amount.currency());
        String verdict = considered.exclusion() != null
                ? "excluded, " + considered.exclusion().code() + ": "
                        + considered.exclusion().message()
                : considered.score() == null
                        ? ""
                        : "score " + considered.score().total();
        System.out.printf(
                "  %s  %-9s %s (%s, %d ‰ of %d taken, %d ms)%s%n",
                candidate.account(),
                candidate.channel(),
                verdict,
                candidate.health().state().wireName(),
                candidate.health().successPermille(),
                candidate.health().samples(),
                candidate.health().latencyMs(),
                cost);
    }

    static void print(WhatIf whatIf) {
        int moved = whatIf.moves().values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("%d decisions, %d would have gone elsewhere%n", whatIf.decisions(), moved);
        whatIf.moves()
                .forEach((move, count) -> System.out.printf(
                        "  %6d  %s -> %s%n", count, move.from(), move.to() == null ? "nobody" : move.to()));
        whatIf.costs().forEach((currency, costs) -> {
            System.out.printf(
                    "  the channels would have taken %s instead of %s%n",
                    Money.of(costs.changedMinor(), currency), Money.of(costs.asRoutedMinor(), currency));
            if (costs.unknown() > 0) {
                System.out.printf(
                        "  (without %d decisions in %s that the configuration has no costs for)%n",
                        costs.unknown(), currency);
            }
        });
    }
}
