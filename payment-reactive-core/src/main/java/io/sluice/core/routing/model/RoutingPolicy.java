package io.sluice.core.routing.model;

import io.sluice.core.money.Money;
import io.sluice.core.routing.model.RoutingDecision.Choice;
import io.sluice.core.routing.model.RoutingDecision.Refused;
import io.sluice.core.routing.model.RoutingDecision.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Where a payment goes: who may not take it is excluded, the others get a score, and one of them is chosen. */
public final class RoutingPolicy {

    private RoutingPolicy() {}

    public static RoutingDecision decide(RoutingSnapshot snapshot) {
        List<Considered> considered = new ArrayList<>();
        for (int rank = 0; rank < snapshot.candidates().size(); rank++) {
            considered.add(consider(snapshot.candidates().get(rank), rank, snapshot));
        }
        Choice choice = considered.stream().anyMatch(candidate -> candidate.exclusion() == null)
                ? ChoicePolicy.choose(snapshot, considered)
                : nobody(snapshot, considered);
        return new RoutingDecision(List.copyOf(considered), choice);
    }

    private static Considered consider(Candidate candidate, int rank, RoutingSnapshot snapshot) {
        Optional<Exclusion> exclusion = ExclusionPolicy.objection(candidate, snapshot);
        Long cost = snapshot.configuration()
                .cost(candidate.account(), snapshot.request().amount())
                .map(Money::minor)
                .orElse(null);
        return exclusion
                .map(objection -> new Considered(candidate.account(), objection, null, cost))
                .orElseGet(() -> new Considered(
                        candidate.account(), null, ScorePolicy.score(candidate, rank, cost, snapshot), cost));
    }

    /** What is only for now is said first, then what is wrong for the first account that has the method at all. */
    private static Choice nobody(RoutingSnapshot snapshot, List<Considered> considered) {
        List<Exclusion> exclusions = considered.stream()
                .flatMap(candidate -> Optional.ofNullable(candidate.exclusion()).stream())
                .toList();
        return exclusions.stream()
                .filter(Exclusion::temporary)
                .findFirst()
                .<Choice>map(passing -> new Unavailable(passing.code(), passing.message()))
                .or(() -> exclusions.stream()
                        .filter(exclusion -> !exclusion.code().equals("method_unavailable"))
                        .findFirst()
                        .map(first -> new Refused(first.code(), String.valueOf(first.field()), first.message())))
                .orElseGet(() -> methodUnavailable(snapshot));
    }

    private static Refused methodUnavailable(RoutingSnapshot snapshot) {
        TreeSet<String> offered = new TreeSet<>();
        snapshot.candidates().forEach(c -> c.capabilities().methods().forEach(method -> offered.add(method.method())));
        String message = offered.isEmpty()
                ? "no channel account is enabled for this merchant; an operator must register one"
                : "'" + snapshot.request().method() + "' is not among this merchant's methods: "
                        + String.join(", ", offered);
        return new Refused("method_unavailable", "method", message);
    }
}
