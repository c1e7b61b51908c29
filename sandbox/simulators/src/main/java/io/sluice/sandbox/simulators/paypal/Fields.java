package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.paypal.model.Amount;
import io.sluice.sandbox.simulators.paypal.model.Issue;
import io.sluice.sandbox.simulators.paypal.model.Refusal;
import io.sluice.sandbox.simulators.paypal.model.Terms;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads requests and holds them against the rules of the interface. */
final class Fields {
    private static final int LONGEST_ID = 127;

    private Fields() {}

    static Decision<Terms, Refusal> terms(Call call) {
        JsonNode body = call.body();
        JsonNode units = body.path("purchase_units");
        if (!units.isArray() || units.size() != 1) {
            return Refusal.refuse(Issue.MISSING_REQUIRED_PARAMETER, "/purchase_units");
        }
        Optional<Terms.Intent> intent = Arrays.stream(Terms.Intent.values())
                .filter(one -> one.name().equals(body.path("intent").asString("")))
                .findFirst();
        if (intent.isEmpty()) {
            return Refusal.refuse(Issue.INVALID_PARAMETER_VALUE, "/intent");
        }
        JsonNode unit = units.get(0);
        String customId = unit.path("custom_id").asString("");
        if (customId.length() > LONGEST_ID) {
            return Refusal.refuse(Issue.INVALID_PARAMETER_SYNTAX, "/purchase_units/0/custom_id");
        }
        return amount(unit.path("amount"), "/purchase_units/0/amount")
                .then(amount -> Decision.granted(terms(call, intent.get(), unit, amount)));
    }

    private static Terms terms(Call call, Terms.Intent intent, JsonNode unit, Amount amount) {
        JsonNode context = call.body().path("payment_source").path("paypal").path("experience_context");
        JsonNode older = call.body().path("application_context");
        return new Terms(
                call.merchant().payee(),
                intent,
                amount,
                unit.path("custom_id").asString(""),
                text(unit, "invoice_id"),
                text(unit, "description"),
                text(context.isMissingNode() ? older : context, "return_url"),
                text(context.isMissingNode() ? older : context, "cancel_url"));
    }

    static Decision<Amount, Refusal> amount(JsonNode amount, String field) {
        if (!amount.path("currency_code").isString() || !amount.path("value").isString()) {
            return Refusal.refuse(Issue.MISSING_REQUIRED_PARAMETER, field);
        }
        return Amount.read(
                amount.path("currency_code").stringValue(), amount.path("value").stringValue(), field);
    }

    /** Where a request need not say how much. */
    static Decision<Amount, Refusal> amountOr(Call call, Amount all) {
        JsonNode amount = call.body().path("amount");
        return amount.isMissingNode() ? Decision.granted(all) : amount(amount, "/amount");
    }

    static @Nullable String text(JsonNode object, String name) {
        JsonNode node = object.path(name);
        return node.isString() ? node.stringValue() : null;
    }
}
