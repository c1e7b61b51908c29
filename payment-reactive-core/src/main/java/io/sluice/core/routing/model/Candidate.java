package io.sluice.core.routing.model;

import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.payment.model.AcceptPayment;
import java.util.Optional;

/** A merchant's account with what it can do. */
public record Candidate(ChannelAccountId account, Capabilities capabilities) {

    boolean offers(String method) {
        return capabilities.methods().stream().anyMatch(m -> m.method().equals(method));
    }

    /** Why this account cannot take the payment; empty when it can. */
    Optional<RoutingDecision.Refused> objection(AcceptPayment command) {
        return capabilities.methods().stream()
                .filter(m -> m.method().equals(command.method()))
                .findFirst()
                .flatMap(m -> objection(m, command));
    }

    private static Optional<RoutingDecision.Refused> objection(MethodCapability method, AcceptPayment command) {
        String currency = command.amount().currency().getCurrencyCode();
        long minor = command.amount().minor();
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
        if (method.payerRequired() && command.payer() == null) {
            return refused("payer_required", "payer.id", method.method() + " needs payer.id, the payer at the channel");
        }
        return Optional.empty();
    }

    private static Optional<RoutingDecision.Refused> refused(String code, String field, String message) {
        return Optional.of(new RoutingDecision.Refused(code, field, message));
    }
}
