package io.sluice.core.routing.model;

import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.routing.rule.model.RoutingRule;
import java.util.Optional;

/**
 * Who may not take a payment. What lasts is said before what passes, so that something temporary is said of an account only
 * when nothing else is in the way.
 */
final class ExclusionPolicy {

    private ExclusionPolicy() {}

    static Optional<Exclusion> objection(Candidate candidate, RoutingSnapshot snapshot) {
        RoutingRequest request = snapshot.request();
        Optional<MethodCapability> offer = candidate.offer(request.method());
        if (offer.isEmpty()) {
            return refused("method_unavailable", "method", candidate.channel() + " has no " + request.method());
        }
        return capability(offer.get(), request)
                .or(() -> agreement(candidate, request))
                .or(() -> contract(candidate, snapshot))
                .or(() -> rules(candidate, snapshot))
                .or(() -> forNow(candidate));
    }

    private static Optional<Exclusion> capability(MethodCapability method, RoutingRequest request) {
        String currency = request.amount().currency().getCurrencyCode();
        long minor = request.amount().minor();
        if (!method.currencies().contains(currency)) {
            return refused(
                    "currency_unsupported",
                    "currency",
                    method.method() + " takes " + String.join(", ", method.currencies()) + ", not " + currency);
        }
        if (minor < method.minMinor() || minor > method.maxMinor()) {
            return refused(
                    "amount_out_of_range",
                    "amount",
                    method.method() + " takes amounts from " + method.minMinor() + " to " + method.maxMinor()
                            + " minor units, not " + minor);
        }
        if (method.payerRequired() && !request.payerNamed()) {
            return refused("payer_required", "payer.id", method.method() + " needs payer.id, the payer at the channel");
        }
        if (request.captureMethod() == CaptureMethod.MANUAL && method.captures() == ManualCapture.NONE) {
            return refused(
                    "capture_method_unsupported",
                    "capture_method",
                    method.method()
                            + " collects at once: its channel cannot hold money first; use capture_method automatic");
        }
        return Optional.empty();
    }

    private static Optional<Exclusion> agreement(Candidate candidate, RoutingRequest request) {
        if (request.agreed() != null && !request.agreed().equals(candidate.account())) {
            return refused(
                    "agreement_elsewhere",
                    "agreement",
                    "the agreement was signed with the account " + request.agreed() + ", which alone can charge by it");
        }
        return Optional.empty();
    }

    private static Optional<Exclusion> contract(Candidate candidate, RoutingSnapshot snapshot) {
        RoutingRequest request = snapshot.request();
        return snapshot.configuration()
                .terms(candidate.account())
                .flatMap(terms -> terms.objection(request.method(), request.amount()))
                .flatMap(ExclusionPolicy::notCovered);
    }

    private static Optional<Exclusion> notCovered(String objection) {
        return refused("contract_excludes", "amount", objection);
    }

    private static Optional<Exclusion> rules(Candidate candidate, RoutingSnapshot snapshot) {
        RoutingRequest request = snapshot.request();
        return snapshot.configuration().rules().stream()
                .filter(rule -> rule.when().holds(request.method(), request.amount(), request.metadata()))
                .filter(rule -> rule.forbids(candidate.account()))
                .findFirst()
                .flatMap(ExclusionPolicy::forbidden);
    }

    private static Optional<Exclusion> forbidden(RoutingRule rule) {
        return refused("rule_excludes", "method", "the merchant's rule '" + rule.name() + "' keeps it from here");
    }

    static Optional<Exclusion> forNow(Candidate candidate) {
        if (candidate.tried()) {
            return passing("already_tried", "an earlier attempt of this payment went there");
        }
        if (candidate.switchedOff() != null) {
            return passing("switched_off", candidate.switchedOff());
        }
        return candidate.is(Health.State.FAILING)
                ? passing(
                        "channel_failing",
                        candidate.channel() + " fails or does not answer, and is given time to recover")
                : Optional.empty();
    }

    private static Optional<Exclusion> refused(String code, String field, String message) {
        return Optional.of(new Exclusion(code, field, message, false));
    }

    private static Optional<Exclusion> passing(String code, String message) {
        return Optional.of(new Exclusion(code, null, message, true));
    }
}
