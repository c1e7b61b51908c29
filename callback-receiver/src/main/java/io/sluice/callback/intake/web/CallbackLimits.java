package io.sluice.callback.intake.web;

import io.sluice.core.http.BareErrorBodies;
import io.sluice.core.http.ServerLimits;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a callback may take. Its body is bounded where it is read. */
@Component
final class CallbackLimits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private static final Logger log = LoggerFactory.getLogger(CallbackLimits.class);
    private static final int MAX_REQUEST_LINE = 2048;
    private static final int MAX_HEADERS = 16_384;

    private final ServerLimits limits;

    CallbackLimits(@Value("${sluice.callback.request-timeout}") Duration requestTimeout) {
        this.limits = new ServerLimits(
                requestTimeout, MAX_REQUEST_LINE, MAX_HEADERS, new BareErrorBodies(CallbackLimits::refused));
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(limits::on);
    }

    private static byte[] refused(int status) {
        ProblemException problem = problem(HttpStatus.valueOf(status));
        log.atInfo()
                .addKeyValue("status", status)
                .addKeyValue("problem", problem.code())
                .log("unreadable request");
        return problem.document();
    }

    private static ProblemException problem(HttpStatus status) {
        return switch (status) {
            case REQUEST_TIMEOUT -> ProblemException.tooLate();
            case CONTENT_TOO_LARGE -> ProblemException.bodyTooLarge();
            case URI_TOO_LONG ->
                new ProblemException(
                        status, "target_too_long", "The request line has more than " + MAX_REQUEST_LINE + " bytes.");
            case REQUEST_HEADER_FIELDS_TOO_LARGE ->
                new ProblemException(
                        status, "headers_too_large", "The header fields have more than " + MAX_HEADERS + " bytes.");
            default -> new ProblemException(status, "request_malformed", "This is not a well-formed HTTP/1.1 request.");
        };
    }
}
