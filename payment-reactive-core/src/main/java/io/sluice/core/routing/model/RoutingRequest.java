package io.sluice.core.routing.model;

import io.sluice.core.money.Money;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.Payment;
import java.util.Map;

/** What of a payment matters to where it goes. */
public record RoutingRequest(String method, Money amount, Map<String, String> metadata, boolean payerNamed) {

    public static RoutingRequest of(AcceptPayment command) {
        return new RoutingRequest(command.method(), command.amount(), command.metadata(), command.payer() != null);
    }

    public static RoutingRequest of(Payment payment) {
        return new RoutingRequest(payment.method(), payment.amount(), payment.metadata(), payment.payer() != null);
    }
}
