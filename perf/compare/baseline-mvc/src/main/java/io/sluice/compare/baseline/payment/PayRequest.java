package io.sluice.compare.baseline.payment;

/** What the merchant asks for. */
record PayRequest(String merchant_order_no, long amount, String currency, String method, String description) {
    /** @throws IllegalArgumentException naming the field that is wrong */
    PayRequest {
        require(amount > 0, "amount must be above zero");
        require(currency != null && currency.length() == 3, "currency must be an ISO 4217 code");
        require(merchant_order_no != null && !merchant_order_no.isEmpty(), "merchant_order_no is missing");
        require(method != null && !method.isEmpty(), "method is missing");
        require(description != null && !description.isEmpty(), "description is missing");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
