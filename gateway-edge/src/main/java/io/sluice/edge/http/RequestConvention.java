package io.sluice.edge.http;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.sluice.edge.AuthenticatedMerchant;
import java.util.Map;
import org.springframework.http.server.reactive.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * What requests are counted by: routes and not paths, and the problem that was answered instead of an exception's name.
 * Spans say besides which merchant and which payment it was.
 */
@Component
final class RequestConvention extends DefaultServerRequestObservationConvention {

    private static final KeyValue NO_PROBLEM = KeyValue.of("problem", "none");

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext request) {
        return KeyValues.of(method(request), uri(request), status(request), outcome(request), problem(request));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext request) {
        Map<String, Object> attributes = request.getAttributes();
        String merchant = AuthenticatedMerchant.idOf(attributes);
        String payment = CanonicalLog.paymentOf(attributes);
        KeyValues named = merchant.isEmpty() ? KeyValues.empty() : KeyValues.of("sluice.merchant_id", merchant);
        return payment.isEmpty() ? named : named.and("sluice.payment_id", payment);
    }

    private static KeyValue problem(ServerRequestObservationContext request) {
        String code = CanonicalLog.problemOf(request.getAttributes());
        return code.isEmpty() ? NO_PROBLEM : KeyValue.of("problem", code);
    }
}
