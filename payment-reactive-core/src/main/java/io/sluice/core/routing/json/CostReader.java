package io.sluice.core.routing.json;

import io.sluice.core.routing.rule.model.CostRule;
import io.sluice.core.routing.rule.model.CostRule.CostTier;

/** Reads what a channel takes. */
final class CostReader {

    private CostReader() {}

    static CostRule cost(StrictFields fields) {
        String currency = fields.text("currency");
        Sense.requireCurrency(fields, "currency", currency);
        CostRule cost = new CostRule(
                currency,
                fields.integerOr("basis_points", 0, 10_000, 0),
                fields.integerOr("fixed_minor", 0, Integer.MAX_VALUE, 0),
                fields.integerOrNull("least_minor", 0, ConfigurationReader.MAX_MINOR),
                fields.integerOrNull("most_minor", 0, ConfigurationReader.MAX_MINOR),
                fields.objects("tiers", CostReader::tier));
        Sense.requireOrder(fields, cost.leastMinor(), cost.mostMinor(), "most_minor", "least_minor");
        for (int i = 1; i < cost.tiers().size(); i++) {
            Sense.requireOrder(
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
                fields.integer("from_amount", 1, ConfigurationReader.MAX_MINOR),
                fields.integerOr("basis_points", 0, 10_000, 0),
                fields.integerOr("fixed_minor", 0, Integer.MAX_VALUE, 0));
    }
}
