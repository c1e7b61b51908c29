package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Evidence;
import io.sluice.sandbox.checker.evidence.Payout;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

final class PayoutsAsked implements Check {
    private static final Set<String> IN_DOUBT = Set.of("ACCEPTED", "UNKNOWN", "MANUAL");

    @Override
    public String name() {
        return "payouts-asked";
    }

    @Override
    public String rule() {
        return "a payout that may arrive is asked about, and none that may have arrived fails without a word that says so";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        List<Payout> payouts = evidence.store().payouts();
        return Stream.concat(
                        payouts.stream()
                                .filter(payout -> payout.isOpen() && !payout.asked())
                                .map(payout ->
                                        payout.id() + " is " + payout.state() + " and nobody is to ask about it"),
                        payouts.stream()
                                .filter(payout -> IN_DOUBT.contains(payout.failedFrom()) && !payout.explained())
                                .map(payout -> payout.id() + " was " + payout.failedFrom()
                                        + " and failed without a word that says so"))
                .toList();
    }
}
