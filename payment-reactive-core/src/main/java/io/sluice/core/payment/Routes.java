package io.sluice.core.payment;

import io.sluice.core.payment.model.Route;
import io.sluice.core.routing.json.RoutingJson;
import io.sluice.core.routing.model.Candidate;
import io.sluice.core.routing.model.RoutingDecision.Chosen;
import io.sluice.core.routing.model.RoutingRecord;
import java.util.Optional;

/** From a routing decision to where an attempt goes. */
final class Routes {

    private Routes() {}

    /** Empty when nobody was chosen. */
    static Optional<Route> of(RoutingRecord record) {
        return record.decision().choice() instanceof Chosen chosen
                ? Optional.of(along(record, chosen))
                : Optional.empty();
    }

    private static Route along(RoutingRecord record, Chosen chosen) {
        Candidate candidate = record.snapshot().candidates().stream()
                .filter(known -> known.account().equals(chosen.account()))
                .findFirst()
                .orElseThrow();
        return new Route(
                candidate.account(),
                candidate.channel(),
                candidate.capabilities().inDoubtWindow(),
                RoutingJson.of(record));
    }
}
