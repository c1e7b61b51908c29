package io.sluice.core.routing.model;

import io.sluice.core.money.Money;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Payment;
import java.util.Map;

/** What of a payment matters to where it goes. */
public record RoutingRequest(
        String method, Money amount, Map<String, String> metadata, boolean payerNamed, CaptureMethod captureMethod) {

    /** Of a payment that is collected at once. */
    public RoutingRequest(String method, Money amount, Map<String, String> metadata, boolean payerNamed) {
        this(method, amount, metadata, payerNamed, CaptureMethod.AUTOMATIC);
    }

    public static RoutingRequest of(AcceptPayment command) {
        return new RoutingRequest(
                command.method(),
                command.amount(),
                command.metadata(),
                command.payer() != null,
                command.captureMethod());
    }

    public static RoutingRequest of(Payment payment) {
        return new RoutingRequest(
                payment.method(),
                payment.amount(),
                payment.metadata(),
                payment.payer() != null,
                payment.captureMethod());
    }
}
