package io.sluice.sandbox.story;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.method.SandboxMethod;
import io.sluice.sandbox.place.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be paid.
 *
 * @param outcome what the simulator is to do with it, null for what it usually does
 * @param payer the payer's id at the channel; null for a made-up one where the method needs one
 * @param agreement by which the payer is charged; null where the method needs none
 * @param expiresInSeconds null for the gateway's own choice
 * @param held whether it is captured later
 */
public record PaymentOrder(
        String orderNo,
        long amountMinor,
        String currency,
        String method,
        @Nullable String outcome,
        @Nullable String payer,
        @Nullable String agreement,
        @Nullable Integer expiresInSeconds,
        boolean held) {

    /** What the simulator's payer does who pays what is closed already. */
    public static final String PAID_AFTER_CLOSE = "paid-after-close";

    private static final String CHARGED_LATE = "charged-late";

    /** The same, by an agreement that a made-up payer makes now, where the method needs one and none is named. */
    public PaymentOrder agreed(MerchantClient client) {
        return agreement == null
                ? SandboxAgreement.forMethod(client, method).map(this::by).orElse(this)
                : this;
    }

    private PaymentOrder by(String signed) {
        return new PaymentOrder(orderNo, amountMinor, currency, method, outcome, payer, signed, expiresInSeconds, held);
    }

    /** Without an agreement. */
    public PaymentOrder(
            String orderNo,
            long amountMinor,
            String currency,
            String method,
            @Nullable String outcome,
            @Nullable String payer,
            @Nullable Integer expiresInSeconds,
            boolean held) {
        this(orderNo, amountMinor, currency, method, outcome, payer, null, expiresInSeconds, held);
    }

    /** Of a payment that is collected at once. */
    public PaymentOrder(
            String orderNo,
            long amountMinor,
            String currency,
            String method,
            @Nullable String outcome,
            @Nullable String payer,
            @Nullable Integer expiresInSeconds) {
        this(orderNo, amountMinor, currency, method, outcome, payer, expiresInSeconds, false);
    }

    /** Whether its channel goes on to say "paid" once the payment has come to that end. */
    boolean isPaidAfter(String end) {
        return switch (end) {
            case "CLOSED" -> PAID_AFTER_CLOSE.equals(outcome);
            case "FAILED" -> isAnsweredLate();
            default -> false;
        };
    }

    /** Whether a bank takes it back and says "paid" then, which only people can tell about. */
    boolean isAnsweredLate() {
        return method.equals(SandboxMethod.CARD.wireName()) && CHARGED_LATE.equals(outcome);
    }

    /** The body of the request. The simulator reads the outcome it is to play from the description. */
    public JsonNode body() {
        var body = Json.object()
                .put("merchant_order_no", orderNo)
                .put("amount", amountMinor)
                .put("currency", currency)
                .put("method", method)
                .put("description", outcome == null ? "A cup of tea" : "A cup of tea outcome=" + outcome);
        SandboxMethod.of(method).ifPresent(known -> known.complete(body));
        if (held) {
            body.put("capture_method", "manual");
        }
        if (payer != null) {
            body.putObject("payer").put("id", payer);
        }
        if (agreement != null) {
            body.put("agreement", agreement);
        }
        if (expiresInSeconds != null) {
            body.put("expires_in", expiresInSeconds);
        }
        return body;
    }
}
