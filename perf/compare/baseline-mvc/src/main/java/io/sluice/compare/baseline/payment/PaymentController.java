package io.sluice.compare.baseline.payment;

import io.sluice.compare.baseline.signature.RefusedException;
import io.sluice.compare.baseline.signature.SignatureCheck;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/** The one route. */
@RestController
final class PaymentController {
    private static final String PATH = "/v1/payments";

    private final SignatureCheck signatures;
    private final PaymentService payments;

    PaymentController(SignatureCheck signatures, PaymentService payments) {
        this.signatures = signatures;
        this.payments = payments;
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.CREATED)
    PaymentView pay(
            @RequestHeader HttpHeaders headers,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @RequestBody byte[] body) {
        signatures.require(headers, PATH, body);
        return payments.pay(idempotencyKey, body);
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail duplicate(DuplicateException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail invalid(JacksonException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getOriginalMessage());
    }
}
