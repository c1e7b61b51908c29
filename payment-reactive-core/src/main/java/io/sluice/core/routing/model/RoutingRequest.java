package io.sluice.core.routing.model;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Payment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a payment matters to where it goes.
 *
 * @param agreed the account that signed the payment's agreement, and that alone can charge by it; null where there is no agreement
 */
public record RoutingRequest(
        String method,
        Money amount,
        Map<String, String> metadata,
        boolean payerNamed,
        CaptureMethod captureMethod,
        @Nullable ChannelAccountId agreed) {

    /** Of a payment that is collected at once. */
    public RoutingRequest(String method, Money amount, Map<String, String> metadata, boolean payerNamed) {
        this(method, amount, metadata, payerNamed, CaptureMethod.AUTOMATIC, null);
    }

    /** Of a payment without an agreement. */
    public static RoutingRequest of(AcceptPayment command) {
        return of(command, null);
    }

    public static RoutingRequest of(AcceptPayment command, @Nullable ChannelAccountId agreed) {
        return new RoutingRequest(
                command.method(),
                command.amount(),
                command.metadata(),
                command.payer() != null,
                command.captureMethod(),
                agreed);
    }

    /** All attempts of a payment by agreement are where its first was. */
    public static RoutingRequest of(Payment payment) {
        return new RoutingRequest(
                payment.method(),
                payment.amount(),
                payment.metadata(),
                payment.payer() != null,
                payment.captureMethod(),
                payment.agreement() == null
                        ? null
                        : payment.attempts().getFirst().account());
    }
}
