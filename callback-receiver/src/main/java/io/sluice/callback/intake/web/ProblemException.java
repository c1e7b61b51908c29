package io.sluice.callback.intake.web;

import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** A request that cannot be served, as its RFC 9457 problem: {@code code} is stable, the message tells people. */
final class ProblemException extends RuntimeException {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpStatus status;
    private final String code;

    ProblemException(HttpStatus status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    static ProblemException bodyTooLarge() {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                "body_too_large",
                "A callback has at most " + CallbackRoutes.MAX_BYTES + " bytes.");
    }

    static ProblemException tooLate() {
        return new ProblemException(
                HttpStatus.REQUEST_TIMEOUT,
                "request_timeout",
                "The callback took too long to arrive; send it at once.");
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    private String detail() {
        return String.valueOf(getMessage());
    }

    /** The problem as JSON. */
    byte[] document() {
        var document = JSON.createObjectNode()
                .put("type", "urn:sluice:problem:" + code)
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("detail", detail())
                .put("code", code);
        return JSON.writeValueAsBytes(document);
    }
}
