package io.sluice.edge;

import io.sluice.core.merchant.model.Merchant;
import io.sluice.edge.http.ProblemException;
import java.util.Map;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;

/** Whose request this is, once it was proven. Kept as an attribute of the exchange. */
public record AuthenticatedMerchant(Merchant merchant, String keyId) {

    private static final String ATTRIBUTE = AuthenticatedMerchant.class.getName();

    public void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** The merchant behind a request to a route that needs one. */
    public static Merchant of(ServerRequest request) {
        if (request.attributes().get(ATTRIBUTE) instanceof AuthenticatedMerchant authenticated) {
            return authenticated.merchant();
        }
        throw ProblemException.of(401, "signature_missing", "This call must be signed; see the API's description.");
    }

    /** The merchant id for the log line, from the attributes of the exchange, or the empty string while nobody is proven. */
    public static String idOf(Map<String, Object> attributes) {
        return attributes.get(ATTRIBUTE) instanceof AuthenticatedMerchant authenticated
                ? authenticated.merchant().id().toString()
                : "";
    }

    /** The key that it was proven by, from the attributes of the exchange, or the empty string while nobody is proven. */
    public static String keyIdOf(Map<String, Object> attributes) {
        return attributes.get(ATTRIBUTE) instanceof AuthenticatedMerchant authenticated ? authenticated.keyId() : "";
    }
}
