package io.sluice.edge.http;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the HTTP codec refused before it was a request: no route, no merchant and no trace, but a line and a count. */
@Component
final class UnreadableRequests {

    private static final Logger log = LoggerFactory.getLogger("io.sluice.edge.request");

    private final MeterRegistry meters;

    UnreadableRequests(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @return the problem that goes with a status, as JSON */
    byte[] refused(int status) {
        Problem problem = problem(status);
        meters.counter("sluice.edge.unreadable", "problem", problem.code()).increment();
        log.atInfo()
                .addKeyValue("route", "none")
                .addKeyValue("status", problem.status())
                .addKeyValue("problem", problem.code())
                .log("request");
        return ProblemJson.write(problem, null);
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 408 -> Problem.of(408, "request_timeout", "The request took too long to arrive; send it at once.");
            case 413 -> Problem.of(413, "body_too_large", "The body is larger than this API takes.");
            case 414 ->
                Problem.of(
                        414,
                        "target_too_long",
                        "The request line has more than " + EdgeLimits.MAX_REQUEST_LINE + " bytes.");
            case 431 ->
                Problem.of(
                        431,
                        "headers_too_large",
                        "The header fields have more than " + EdgeLimits.MAX_HEADERS + " bytes.");
            default -> Problem.of(status, "request_malformed", "This is not a well-formed HTTP/1.1 request.");
        };
    }
}
