package io.sluice.core.routing.json;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.json.StoredJson;
import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.routing.rule.model.AccountTerms;
import io.sluice.core.routing.rule.model.CostRule;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import io.sluice.core.routing.rule.model.RoutingRule;
import io.sluice.core.routing.rule.model.RuleCondition;
import io.sluice.core.routing.rule.model.VolumeShare;
import io.sluice.core.routing.rule.model.Weights;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Reads a routing configuration, and refuses with {@link InvalidFieldException} what makes no sense. */
public final class ConfigurationReader {

    static final int MAX_ENTRIES = 100;

    static final long MAX_MINOR = 999_999_999_999L;
    private static final int MAX_WEIGHT = 10_000;
    private static final int MAX_CALLS_PER_SECOND = 100_000;
    private static final int MOST_EXPLORATION_PERMILLE = 200;

    private ConfigurationReader() {}

    public static RoutingConfiguration read(String document, int version) {
        try {
            return read(new StrictFields("", StoredJson.read(document)), version);
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
        Sense.requireDistinct(configuration.rules(), RoutingRule::name, "rules", "rules have different names");
        Sense.requireDistinct(configuration.split(), VolumeShare::account, "split", "an account has one share");
        Sense.requireDistinct(configuration.accounts(), AccountTerms::account, "accounts", "an account has one entry");
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
        Sense.requireOrder(fields, condition.minMinor(), condition.maxMinor(), "max_amount", "min_amount");
        fields.done();
        return condition;
    }

    private static List<String> currencies(StrictFields fields) {
        List<String> currencies = fields.texts("currencies");
        currencies.forEach(currency -> Sense.requireCurrency(fields, "currencies", currency));
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
                fields.objects("costs", CostReader::cost));
        Sense.requireOrder(fields, terms.minMinor(), terms.maxMinor(), "max_amount", "min_amount");
        Sense.requireDistinct(terms.costs(), CostRule::currency, "accounts.costs", "a currency has one schedule");
        return terms;
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
}
