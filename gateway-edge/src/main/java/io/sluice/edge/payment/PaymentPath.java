package io.sluice.edge.payment;

import io.sluice.core.id.PaymentId;
import io.sluice.edge.http.ProblemException;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The payment in a path. */
public final class PaymentPath {

    private PaymentPath() {}

    public static PaymentId id(ServerRequest request) {
        try {
            return PaymentId.parse(request.pathVariable("id"));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(404, "payment_not_found", String.valueOf(e.getMessage()) + ".");
        }
    }

    public static ProblemException notFound(PaymentId id) {
        return ProblemException.of(404, "payment_not_found", "You have no payment " + id + ".");
    }
}
