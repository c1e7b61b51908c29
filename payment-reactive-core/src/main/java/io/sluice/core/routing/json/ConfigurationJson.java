package io.sluice.core.routing.json;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.json.JsonText;
import io.sluice.core.routing.rule.model.AccountTerms;
import io.sluice.core.routing.rule.model.CostRule;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import io.sluice.core.routing.rule.model.RoutingRule;
import io.sluice.core.routing.rule.model.RuleCondition;
import io.sluice.core.routing.rule.model.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes a routing configuration as {@link ConfigurationReader} reads it, and its version where it is shown. */
public final class ConfigurationJson {

    private ConfigurationJson() {}

    /** For the record; the version stands beside it. */
    public static String of(RoutingConfiguration configuration) {
        return JsonText.of(json -> {
            json.writeStartObject();
            write(json, configuration);
            json.writeEndObject();
        });
    }

    public static String shown(RoutingConfiguration configuration) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberProperty("version", configuration.version());
            write(json, configuration);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, RoutingConfiguration configuration) {
        json.writeArrayPropertyStart("rules");
        configuration.rules().forEach(rule -> write(json, rule));
        json.writeEndArray();
        json.writeArrayPropertyStart("split");
        configuration.split().forEach(share -> {
            json.writeStartObject();
            json.writeStringProperty("account", share.account().toString());
            json.writeNumberProperty("weight", share.weight());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("accounts");
        configuration.accounts().forEach(terms -> write(json, terms));
        json.writeEndArray();
        write(json, configuration.weights());
        json.writeNumberProperty("exploration_permille", configuration.explorationPermille());
    }

    private static void write(JsonGenerator json, RoutingRule rule) {
        RuleCondition when = rule.when();
        json.writeStartObject();
        json.writeStringProperty("name", rule.name());
        json.writeObjectPropertyStart("when");
        texts(json, "methods", when.methods());
        texts(json, "currencies", when.currencies());
        number(json, "min_amount", when.minMinor());
        number(json, "max_amount", when.maxMinor());
        json.writeObjectPropertyStart("metadata");
        when.metadata().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringProperty("action", rule.action().wireName());
        texts(
                json,
                "accounts",
                rule.accounts().stream().map(ChannelAccountId::toString).toList());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, AccountTerms terms) {
        json.writeStartObject();
        json.writeStringProperty("account", terms.account().toString());
        texts(json, "methods", terms.methods());
        texts(json, "currencies", terms.currencies());
        number(json, "min_amount", terms.minMinor());
        number(json, "max_amount", terms.maxMinor());
        number(json, "calls_per_second", terms.callsPerSecond() == null ? null : (long) terms.callsPerSecond());
        json.writeArrayPropertyStart("costs");
        terms.costs().forEach(cost -> write(json, cost));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, CostRule cost) {
        json.writeStartObject();
        json.writeStringProperty("currency", cost.currency());
        json.writeNumberProperty("basis_points", cost.basisPoints());
        json.writeNumberProperty("fixed_minor", cost.fixedMinor());
        number(json, "least_minor", cost.leastMinor());
        number(json, "most_minor", cost.mostMinor());
        json.writeArrayPropertyStart("tiers");
        cost.tiers().forEach(tier -> {
            json.writeStartObject();
            json.writeNumberProperty("from_amount", tier.fromMinor());
            json.writeNumberProperty("basis_points", tier.basisPoints());
            json.writeNumberProperty("fixed_minor", tier.fixedMinor());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Weights weights) {
        json.writeObjectPropertyStart("weights");
        json.writeNumberProperty("preference", weights.preference());
        json.writeNumberProperty("success", weights.success());
        json.writeNumberProperty("latency", weights.latency());
        json.writeNumberProperty("cost", weights.cost());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, @Nullable Long number) {
        json.writeName(name);
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }
}
