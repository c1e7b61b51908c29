package io.sluice.sandbox.simulators.paypal.model;

/** PayPal's issues, each with the status and the name of the error that carries it. */
public enum Issue {
    MISSING_REQUIRED_PARAMETER(400, "INVALID_REQUEST", "A required field is missing."),
    INVALID_PARAMETER_SYNTAX(400, "INVALID_REQUEST", "The value of a field does not conform to the expected format."),
    INVALID_PARAMETER_VALUE(400, "INVALID_REQUEST", "The value of a field is invalid."),
    INVALID_CURRENCY_CODE(400, "INVALID_REQUEST", "The currency code is not an ISO 4217 code."),
    MALFORMED_REQUEST_JSON(400, "INVALID_REQUEST", "The request JSON is not well formed."),
    AUTHENTICATION_FAILURE(401, "AUTHENTICATION_FAILURE", "The access token is missing, unknown or expired."),
    PERMISSION_DENIED(403, "NOT_AUTHORIZED", "You do not have permission to access or act on this resource."),
    INVALID_RESOURCE_ID(404, "RESOURCE_NOT_FOUND", "The specified resource ID does not exist."),
    ACTION_DOES_NOT_MATCH_INTENT("The order's intent is for another action."),
    AUTH_CAPTURE_CURRENCY_MISMATCH("The capture's currency must be that of the authorization."),
    AUTHORIZATION_ALREADY_CAPTURED("The authorization has already been captured."),
    AUTHORIZATION_EXPIRED("An expired authorization cannot be captured."),
    AUTHORIZATION_VOIDED("A voided authorization cannot be captured."),
    CANNOT_BE_ZERO_OR_NEGATIVE("The value must be greater than zero."),
    CAPTURE_FULLY_REFUNDED("The capture has already been fully refunded."),
    CURRENCY_NOT_SUPPORTED("The currency is not supported."),
    DECIMALS_NOT_SUPPORTED("The currency does not support decimals."),
    DECIMAL_PRECISION("The value has more decimals than the currency."),
    DUPLICATE_REQUEST_ID("The PayPal-Request-Id was already used with another request."),
    INSTRUMENT_DECLINED("The instrument was declined by the processor or bank, or cannot be used for this payment."),
    MAX_CAPTURE_AMOUNT_EXCEEDED("The captures would exceed what was authorized."),
    ORDER_ALREADY_AUTHORIZED("The order is already authorized."),
    ORDER_ALREADY_CAPTURED("The order is already captured."),
    ORDER_NOT_APPROVED("The payer has not approved the order yet."),
    PENDING_CAPTURE("A pending capture cannot be refunded."),
    PREVIOUSLY_CAPTURED("A captured authorization cannot be voided."),
    PREVIOUSLY_VOIDED("The authorization was voided before."),
    REFUND_AMOUNT_EXCEEDED("The refund exceeds what is left of the capture."),
    REFUND_CAPTURE_CURRENCY_MISMATCH("The refund's currency must be that of the capture."),
    REFUND_FAILED_INSUFFICIENT_FUNDS("The merchant's balance does not cover the refund."),
    TRANSACTION_REFUSED("The request was refused."),
    RATE_LIMIT_REACHED(429, "RATE_LIMIT_REACHED", "Too many requests."),
    INTERNAL_SERVER_ERROR(500, "INTERNAL_SERVER_ERROR", "An internal server error occurred.");

    private final int status;
    private final String error;
    private final String description;

    Issue(String description) {
        this(422, "UNPROCESSABLE_ENTITY", description);
    }

    Issue(int status, String error, String description) {
        this.status = status;
        this.error = error;
        this.description = description;
    }

    public int status() {
        return status;
    }

    /** The {@code name} of the error. */
    public String error() {
        return error;
    }

    public String description() {
        return description;
    }
}
