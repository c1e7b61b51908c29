package io.sluice.core.routing.json;

import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.json.StoredJson;
import io.sluice.core.payment.json.PaymentReader;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.routing.model.Candidate;
import io.sluice.core.routing.model.Considered;
import io.sluice.core.routing.model.Exclusion;
import io.sluice.core.routing.model.Health;
import io.sluice.core.routing.model.RoutingDecision;
import io.sluice.core.routing.model.RoutingDecision.Chosen;
import io.sluice.core.routing.model.RoutingDecision.Reason;
import io.sluice.core.routing.model.RoutingRecord;
import io.sluice.core.routing.model.RoutingRequest;
import io.sluice.core.routing.model.RoutingSnapshot;
import io.sluice.core.routing.model.Score;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what {@link RoutingJson} wrote. */
public final class RoutingReader {

    private RoutingReader() {}

    /**
     * A row of the view {@code sluice.routing_record}.
     *
     * @param event the body of the event that tells of the attempt
     * @param version of the configuration, and with it its {@code document}; null for the usual one
     */
    public static RoutingRecord.OfAttempt ofAttempt(
            String event, String record, @Nullable Integer version, @Nullable String document) {
        Payment payment = PaymentReader.paymentOfEvent(event);
        RoutingConfiguration configuration = version == null || document == null
                ? RoutingConfiguration.NONE
                : ConfigurationReader.read(document, version);
        return new RoutingRecord.OfAttempt(payment, read(record, payment, configuration));
    }

    /**
     * A decision that led to an attempt.
     *
     * @param payment with that attempt as its last
     * @param configuration of the version that the record names
     */
    static RoutingRecord read(String record, Payment payment, RoutingConfiguration configuration) {
        JsonNode document = StoredJson.read(record);
        List<Candidate> candidates = new ArrayList<>();
        List<Considered> considered = new ArrayList<>();
        for (JsonNode node : document.get("c")) {
            candidates.add(candidate(node, payment.method()));
            considered.add(considered(node));
        }
        Reason reason = Reason.valueOf(document.get("why").stringValue().toUpperCase(Locale.ROOT));
        return new RoutingRecord(
                new RoutingSnapshot(
                        RoutingRequest.of(payment),
                        configuration,
                        List.copyOf(candidates),
                        RoutingRecord.seed(payment.lastAttempt().id())),
                new RoutingDecision(
                        List.copyOf(considered),
                        new Chosen(payment.lastAttempt().account(), reason)));
    }

    private static Candidate candidate(JsonNode node, String method) {
        List<MethodCapability> methods = node.has("m") ? List.of(method(node.get("m"), method)) : List.of();
        return new Candidate(
                account(node),
                new Capabilities(
                        node.get("ch").stringValue(),
                        methods,
                        Duration.ofMillis(node.get("d").longValue())),
                node.has("h") ? health(node.get("h")) : Health.UNSEEN,
                node.has("t"),
                node.has("off") ? node.get("off").stringValue() : null);
    }

    private static MethodCapability method(JsonNode parts, String method) {
        return new MethodCapability(
                method,
                List.of(parts.get(0).stringValue().split(",", -1)),
                parts.get(1).longValue(),
                parts.get(2).longValue(),
                parts.get(3).intValue() == 1,
                ManualCapture.valueOf(parts.path(4).asString("NONE")));
    }

    private static Health health(JsonNode parts) {
        return new Health(
                Health.State.valueOf(parts.get(0).stringValue().toUpperCase(Locale.ROOT)),
                parts.get(1).intValue(),
                parts.get(2).intValue(),
                parts.get(3).intValue());
    }

    private static Considered considered(JsonNode node) {
        return new Considered(
                account(node),
                node.has("x") ? exclusion(node.get("x")) : null,
                node.has("s") ? score(node.get("s")) : null,
                node.has("k") ? node.get("k").longValue() : null);
    }

    private static Exclusion exclusion(JsonNode parts) {
        return new Exclusion(
                parts.get(0).stringValue(),
                textOrNull(parts.get(1)),
                parts.get(2).stringValue(),
                parts.get(3).intValue() == 1);
    }

    private static Score score(JsonNode parts) {
        return new Score(
                parts.get(0).longValue(),
                parts.get(1).longValue(),
                parts.get(2).longValue(),
                parts.get(3).longValue(),
                parts.get(4).longValue());
    }

    private static ChannelAccountId account(JsonNode node) {
        return ChannelAccountId.parse(node.get("a").stringValue());
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isNull() ? null : node.stringValue();
    }
}
