package io.sluice.core.routing.json;

import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.json.JsonText;
import io.sluice.core.routing.model.Candidate;
import io.sluice.core.routing.model.Considered;
import io.sluice.core.routing.model.Exclusion;
import io.sluice.core.routing.model.Health;
import io.sluice.core.routing.model.RoutingDecision.Chosen;
import io.sluice.core.routing.model.RoutingRecord;
import io.sluice.core.routing.model.Score;
import tools.jackson.core.JsonGenerator;

/**
 * Writes decisions for the record, as short as can be: one stands beside every attempt. What the attempt's event tells
 * already (the request, the seed) and what the version of the configuration stands for is not written again;
 * {@link RoutingReader} puts it together.
 */
public final class RoutingJson {

    private RoutingJson() {}

    public static String of(RoutingRecord record) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberProperty("cfg", record.snapshot().configuration().version());
            json.writeArrayPropertyStart("c");
            for (int i = 0; i < record.snapshot().candidates().size(); i++) {
                write(json, record, i);
            }
            json.writeEndArray();
            if (record.decision().choice() instanceof Chosen chosen) {
                json.writeStringProperty("why", chosen.reason().wireName());
            }
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, RoutingRecord record, int rank) {
        Candidate candidate = record.snapshot().candidates().get(rank);
        Considered considered = record.decision().considered().get(rank);
        json.writeStartObject();
        json.writeStringProperty("a", candidate.account().toString());
        json.writeStringProperty("ch", candidate.channel());
        json.writeNumberProperty("d", candidate.capabilities().inDoubtWindow().toMillis());
        candidate.offer(record.snapshot().request().method()).ifPresent(method -> write(json, method));
        if (!candidate.health().equals(Health.UNSEEN)) {
            write(json, candidate.health());
        }
        if (candidate.tried()) {
            json.writeNumberProperty("t", 1);
        }
        if (candidate.switchedOff() != null) {
            json.writeStringProperty("off", candidate.switchedOff());
        }
        write(json, considered);
        if (record.decision().choice() instanceof Chosen chosen
                && chosen.account().equals(candidate.account())) {
            json.writeNumberProperty("w", 1);
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, MethodCapability method) {
        json.writeArrayPropertyStart("m");
        json.writeString(String.join(",", method.currencies()));
        json.writeNumber(method.minMinor());
        json.writeNumber(method.maxMinor());
        json.writeNumber(method.payerRequired() ? 1 : 0);
        json.writeString(method.captures().name());
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Health health) {
        json.writeArrayPropertyStart("h");
        json.writeString(health.state().wireName());
        json.writeNumber(health.successPermille());
        json.writeNumber(health.latencyMs());
        json.writeNumber(health.samples());
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Considered considered) {
        Score score = considered.score();
        if (score != null) {
            json.writeArrayPropertyStart("s");
            json.writeNumber(score.rule());
            json.writeNumber(score.preference());
            json.writeNumber(score.success());
            json.writeNumber(score.latency());
            json.writeNumber(score.cost());
            json.writeEndArray();
        }
        Exclusion exclusion = considered.exclusion();
        if (exclusion != null) {
            json.writeArrayPropertyStart("x");
            json.writeString(exclusion.code());
            json.writeString(exclusion.field());
            json.writeString(exclusion.message());
            json.writeNumber(exclusion.temporary() ? 1 : 0);
            json.writeEndArray();
        }
        if (considered.costMinor() != null) {
            json.writeNumberProperty("k", considered.costMinor());
        }
    }
}
