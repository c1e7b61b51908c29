package io.sluice.edge.management;

import io.sluice.core.merchant.model.FeeRule;
import io.sluice.core.merchant.model.LateSuccess;
import io.sluice.core.merchant.model.MerchantChange;
import io.sluice.core.merchant.model.MerchantProfile;
import io.sluice.core.merchant.model.NewMerchant;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.edge.json.JsonAnswer;
import io.sluice.edge.json.JsonFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Merchants as operators write and read them. */
final class MerchantDocuments {

    private static final RateLimit DEFAULT_RATE = new RateLimit(100, 200);
    private static final int MAX_NAME = 200;
    private static final int MAX_FEES = 200;

    private MerchantDocuments() {}

    static NewMerchant create(JsonFields fields) {
        return new NewMerchant(
                fields.text("name", 1, MAX_NAME),
                fields.optionalBoolean("test_mode").orElse(false),
                rateLimit(fields).orElse(DEFAULT_RATE),
                optionalFees(fields),
                lateSuccess(fields).orElse(LateSuccess.GIVE_BACK));
    }

    private static Optional<LateSuccess> lateSuccess(JsonFields fields) {
        return fields.optionalText("late_success", 1, MAX_NAME)
                .map(name -> LateSuccess.of(name)
                        .orElseThrow(() -> fields.invalid("late_success", "must be give_back or people")));
    }

    static MerchantChange change(JsonFields fields) {
        return new MerchantChange(
                fields.optionalText("name", 1, MAX_NAME).orElse(null),
                fields.optionalBoolean("test_mode").orElse(null),
                fields.optionalBoolean("active").orElse(null),
                rateLimit(fields).orElse(null),
                lateSuccess(fields).orElse(null));
    }

    static List<FeeRule> fees(JsonFields fields) {
        fields.requireField("fees");
        return optionalFees(fields);
    }

    static Optional<RateLimit> rateLimit(JsonFields fields) {
        return fields.optionalObject("rate_limit").map(limit -> {
            int permits = (int) limit.integer("permits_per_second", 1, Integer.MAX_VALUE);
            int burst = (int) limit.integer("burst", 1, Integer.MAX_VALUE);
            limit.done();
            return new RateLimit(permits, burst);
        });
    }

    static Map<String, @Nullable Object> shown(MerchantProfile merchant) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", merchant.id().toString());
        document.put("name", merchant.name());
        document.put("test_mode", merchant.testMode());
        document.put("active", merchant.active());
        document.put("rate_limit", shown(merchant.rateLimit()));
        document.put("fees", shown(merchant.fees()));
        document.put("late_success", merchant.lateSuccess().wireName());
        document.put("created_at", JsonAnswer.time(merchant.createdAt()));
        return document;
    }

    static List<Map<String, Object>> shown(List<FeeRule> fees) {
        return fees.stream().map(MerchantDocuments::shown).toList();
    }

    static Map<String, Object> shown(RateLimit limit) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("permits_per_second", limit.permitsPerSecond());
        document.put("burst", limit.burst());
        return document;
    }

    private static Map<String, Object> shown(FeeRule fee) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("currency", fee.currency());
        document.put("basis_points", fee.basisPoints());
        document.put("fixed_minor", fee.fixedMinor());
        return document;
    }

    private static List<FeeRule> optionalFees(JsonFields fields) {
        return fields.objects("fees", MAX_FEES).stream()
                .map(MerchantDocuments::fee)
                .toList();
    }

    private static FeeRule fee(JsonFields fields) {
        FeeRule fee = new FeeRule(
                fields.text("currency", 3, 3),
                fields.optionalInt("basis_points", 0, 10_000).orElse(0),
                fields.optionalInteger("fixed_minor", 0, Long.MAX_VALUE).orElse(0));
        fields.done();
        return fee;
    }
}
