package io.sluice.callback.intake.web;

import org.springframework.http.HttpStatus;

/** A request that cannot be served, as its RFC 9457 problem: {@code code} is stable, the message tells people. */
final class ProblemException extends RuntimeException {

    private final HttpStatus status;
    private final String code;

    ProblemException(HttpStatus status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
