package io.sluice.compare.baseline.payment;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What the merchant asks for. */
@JsonNaming(SnakeCaseStrategy.class)
record PayRequest(String merchantOrderNo, long amount, String currency, String method, String description) {
    /** @throws IllegalArgumentException naming the field that is wrong */
    PayRequest {
        require(amount > 0, "amount must be above zero");
        require(currency != null && currency.length() == 3, "currency must be an ISO 4217 code");
        require(merchantOrderNo != null && !merchantOrderNo.isEmpty(), "merchant_order_no is missing");
        require(method != null && !method.isEmpty(), "method is missing");
        require(description != null && !description.isEmpty(), "description is missing");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
