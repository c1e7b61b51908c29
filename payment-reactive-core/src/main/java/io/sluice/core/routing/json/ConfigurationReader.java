package io.sluice.core.routing.json;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.money.Money;
import io.sluice.core.routing.rule.model.AccountTerms;
import io.sluice.core.routing.rule.model.CostRule;
import io.sluice.core.routing.rule.model.CostRule.CostTier;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import io.sluice.core.routing.rule.model.RoutingRule;
import io.sluice.core.routing.rule.model.RuleCondition;
import io.sluice.core.routing.rule.model.VolumeShare;
import io.sluice.core.routing.rule.model.Weights;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a routing configuration, and refuses with {@link InvalidFieldException} what makes no sense. */
public final class ConfigurationReader {

    static final int MAX_ENTRIES = 100;

    private static final long MAX_MINOR = 999_999_999_999L;
    private static final int MAX_WEIGHT = 10_000;
    private static final int MAX_CALLS_PER_SECOND = 100_000;
    private static final int MOST_EXPLORATION_PERMILLE = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private ConfigurationReader() {}

    public static RoutingConfiguration read(String document, int version) {
        try {
            return read(new StrictFields("", JSON.readTree(document)), version);
        } catch (JacksonException e) {
            throw new InvalidFieldException("(body)", "is no JSON: " + e.getOriginalMessage());
        }
    }

    private static RoutingConfiguration read(StrictFields fields, int version) {
        RoutingConfiguration configuration = new RoutingConfiguration(
                version,
                fields.objects("rules", ConfigurationReader::rule),
                fields.objects("split", ConfigurationReader::share),
                fields.objects("accounts", ConfigurationReader::terms),
                weights(fields),
                fields.integerOr(
                        "exploration_permille",
                        0,
                        MOST_EXPLORATION_PERMILLE,
                        RoutingConfiguration.USUAL_EXPLORATION_PERMILLE));
        fields.done();
        requireDistinct(configuration.rules(), RoutingRule::name, "rules", "rules have different names");
        requireDistinct(configuration.split(), VolumeShare::account, "split", "an account has one share");
        requireDistinct(configuration.accounts(), AccountTerms::account, "accounts", "an account has one entry");
        return configuration;
    }

    private static RoutingRule rule(StrictFields fields) {
        String action = fields.text("action");
        RoutingRule rule = new RoutingRule(
                fields.text("name"),
                condition(fields.object("when")),
                RoutingRule.Action.of(action)
                        .orElseThrow(() -> fields.invalid("action", "must be use, prefer or exclude, not " + action)),
                fields.accounts("accounts"));
        if (rule.accounts().isEmpty()) {
            throw fields.invalid("accounts", "must name at least one channel account");
        }
        return rule;
    }

    private static RuleCondition condition(StrictFields fields) {
        RuleCondition condition = new RuleCondition(
                fields.texts("methods"),
                currencies(fields),
                fields.integerOrNull("min_amount", 1, MAX_MINOR),
                fields.integerOrNull("max_amount", 1, MAX_MINOR),
                fields.textMap("metadata"));
        requireOrder(fields, condition.minMinor(), condition.maxMinor(), "max_amount", "min_amount");
        fields.done();
        return condition;
    }

    private static List<String> currencies(StrictFields fields) {
        List<String> currencies = fields.texts("currencies");
        currencies.forEach(currency -> requireCurrency(fields, "currencies", currency));
        return currencies;
    }

    private static VolumeShare share(StrictFields fields) {
        return new VolumeShare(fields.account("account"), (int) fields.integer("weight", 0, MAX_WEIGHT));
    }

    private static AccountTerms terms(StrictFields fields) {
        ChannelAccountId account = fields.account("account");
        Long calls = fields.integerOrNull("calls_per_second", 1, MAX_CALLS_PER_SECOND);
        AccountTerms terms = new AccountTerms(
                account,
                fields.texts("methods"),
                currencies(fields),
                fields.integerOrNull("min_amount", 1, MAX_MINOR),
                fields.integerOrNull("max_amount", 1, MAX_MINOR),
                calls == null ? null : calls.intValue(),
                fields.objects("costs", ConfigurationReader::cost));
        requireOrder(fields, terms.minMinor(), terms.maxMinor(), "max_amount", "min_amount");
        requireDistinct(terms.costs(), CostRule::currency, "accounts.costs", "a currency has one schedule");
        return terms;
    }

    private static CostRule cost(StrictFields fields) {
        String currency = fields.text("currency");
        requireCurrency(fields, "currency", currency);
        CostRule cost = new CostRule(
                currency,
                fields.integerOr("basis_points", 0, 10_000, 0),
                fields.integerOr("fixed_minor", 0, Integer.MAX_VALUE, 0),
                fields.integerOrNull("least_minor", 0, MAX_MINOR),
                fields.integerOrNull("most_minor", 0, MAX_MINOR),
                fields.objects("tiers", ConfigurationReader::tier));
        requireOrder(fields, cost.leastMinor(), cost.mostMinor(), "most_minor", "least_minor");
        for (int i = 1; i < cost.tiers().size(); i++) {
            requireOrder(
                    fields,
                    cost.tiers().get(i - 1).fromMinor() + 1,
                    cost.tiers().get(i).fromMinor(),
                    "tiers",
                    "the tier before it");
        }
        return cost;
    }

    private static CostTier tier(StrictFields fields) {
        return new CostTier(
                fields.integer("from_amount", 1, MAX_MINOR),
                fields.integerOr("basis_points", 0, 10_000, 0),
                fields.integerOr("fixed_minor", 0, Integer.MAX_VALUE, 0));
    }

    private static Weights weights(StrictFields fields) {
        StrictFields given = fields.object("weights");
        Weights weights = new Weights(
                given.integerOr("preference", 0, 100, 0),
                given.integerOr("success", 0, 100, 0),
                given.integerOr("latency", 0, 100, 0),
                given.integerOr("cost", 0, 100, 0));
        given.done();
        int sum = weights.preference() + weights.success() + weights.latency() + weights.cost();
        if (sum == 0) {
            return Weights.PREFERENCE_ONLY;
        }
        if (sum != 100) {
            throw fields.invalid("weights", "must come to 100 per cent together, not " + sum);
        }
        return weights;
    }

    private static void requireCurrency(StrictFields fields, String name, String code) {
        try {
            Money.of(0, code);
        } catch (IllegalArgumentException e) {
            throw fields.invalid(name, String.valueOf(e.getMessage()));
        }
    }

    private static void requireOrder(
            StrictFields fields, @Nullable Long lower, @Nullable Long upper, String name, String than) {
        if (lower != null && upper != null && lower > upper) {
            throw fields.invalid(name, "must not be below " + than);
        }
    }

    private static <T> void requireDistinct(List<T> entries, Function<T, Object> key, String field, String rule) {
        Set<Object> seen = new HashSet<>();
        entries.stream()
                .filter(entry -> !seen.add(key.apply(entry)))
                .findFirst()
                .ifPresent(again -> {
                    throw new InvalidFieldException(field, rule + "; " + key.apply(again) + " comes twice");
                });
    }
}
