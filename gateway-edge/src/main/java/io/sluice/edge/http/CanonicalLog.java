package io.sluice.edge.http;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.sluice.core.event.TraceContext;
import io.sluice.edge.AuthenticatedMerchant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * One line a request, written when it ends, with everything an operator searches by and never a secret. A stream ends
 * when its watcher leaves, and so does a request whose client goes away. The observation of a request ends exactly once,
 * whichever way.
 */
@Component
public final class CanonicalLog implements ObservationHandler<ServerRequestObservationContext> {

    private static final Logger log = LoggerFactory.getLogger("io.sluice.edge.request");
    private static final String PROBLEM = CanonicalLog.class.getName() + ".problem";
    private static final String PAYMENT = CanonicalLog.class.getName() + ".payment";

    /** Names the payment that the request turned out to be about. */
    public static void notePayment(ServerWebExchange exchange, Object paymentId) {
        exchange.getAttributes().put(PAYMENT, paymentId.toString());
    }

    static void noteProblem(ServerWebExchange exchange, String code) {
        exchange.getAttributes().put(PROBLEM, code);
    }

    /** The code of the problem that was answered, or the empty string. */
    static String problemOf(Map<String, Object> attributes) {
        return attributes.getOrDefault(PROBLEM, "").toString();
    }

    /** The payment that the request is about, or the empty string. */
    static String paymentOf(Map<String, Object> attributes) {
        return attributes.getOrDefault(PAYMENT, "").toString();
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ServerRequestObservationContext;
    }

    @Override
    public void onStart(ServerRequestObservationContext request) {
        request.put(Started.class, new Started(System.nanoTime()));
    }

    @Override
    public void onStop(ServerRequestObservationContext request) {
        if (!log.isInfoEnabled()) {
            return;
        }
        Map<String, Object> attributes = request.getAttributes();
        LoggingEventBuilder line = log.atInfo()
                .addKeyValue(
                        "method",
                        Objects.requireNonNull(request.getCarrier()).getMethod().name())
                .addKeyValue("route", route(request))
                .addKeyValue("duration_us", microsSince(request.getRequired(Started.class)));
        line = add(line, "status", status(request.getResponse()));
        line = add(line, "cancelled", request.isConnectionAborted() ? true : "");
        line = add(line, "merchant_id", AuthenticatedMerchant.idOf(attributes));
        line = add(line, "payment_id", paymentOf(attributes));
        line = add(line, "problem", problemOf(attributes));
        TraceContext.named(line, RequestTrace.id(request)).log("request");
    }

    private static long microsSince(Started started) {
        return (System.nanoTime() - started.nanos) / 1000;
    }

    /** None when the client left before there was one. */
    private static Object status(@Nullable ServerHttpResponse response) {
        HttpStatusCode status = response != null && response.isCommitted() ? response.getStatusCode() : null;
        return status == null ? "" : status.value();
    }

    /** The route's pattern, not the path, which is anybody's. */
    private static String route(ServerRequestObservationContext request) {
        String pattern = request.getPathPattern();
        return pattern == null ? "none" : pattern;
    }

    private static LoggingEventBuilder add(LoggingEventBuilder line, String key, Object value) {
        return value.equals("") ? line : line.addKeyValue(key, value);
    }

    private record Started(long nanos) {}
}
