package io.sluice.core.routing.model;

import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.Route;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The first account, in the merchant's order of preference, that can take the payment. */
public final class RoutingPolicy {

    private RoutingPolicy() {}

    public static RoutingDecision choose(List<Candidate> candidates, AcceptPayment command) {
        List<Candidate> offering =
                candidates.stream().filter(c -> c.offers(command.method())).toList();
        Optional<RoutingDecision.Refused> firstObjection = Optional.empty();
        for (Candidate candidate : offering) {
            Optional<RoutingDecision.Refused> objection = candidate.objection(command);
            if (objection.isEmpty()) {
                return new RoutingDecision.Routed(routeTo(candidate));
            }
            firstObjection = firstObjection.or(() -> objection);
        }
        return firstObjection.orElseGet(() -> methodUnavailable(candidates, command.method()));
    }

    private static Route routeTo(Candidate candidate) {
        return new Route(
                candidate.account(),
                candidate.capabilities().channel(),
                candidate.capabilities().inDoubtWindow());
    }

    private static RoutingDecision.Refused methodUnavailable(List<Candidate> candidates, String method) {
        TreeSet<String> offered = new TreeSet<>();
        candidates.forEach(c -> c.capabilities().methods().forEach(m -> offered.add(m.method())));
        String message = offered.isEmpty()
                ? "no channel account is enabled for this merchant; an operator must register one"
                : "'" + method + "' is not among this merchant's methods: " + String.join(", ", offered);
        return new RoutingDecision.Refused("method_unavailable", "method", message);
    }
}
