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

    void refused(Problem problem) {
        meters.counter("sluice.edge.unreadable", "problem", problem.code()).increment();
        log.atInfo()
                .addKeyValue("route", "none")
                .addKeyValue("status", problem.status())
                .addKeyValue("problem", problem.code())
                .log("request");
    }
}
