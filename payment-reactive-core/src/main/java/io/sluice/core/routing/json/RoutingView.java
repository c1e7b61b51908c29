package io.sluice.core.routing.json;

import io.sluice.core.id.PaymentId;
import io.sluice.core.json.JsonText;
import io.sluice.core.json.Timestamps;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.routing.model.Candidate;
import io.sluice.core.routing.model.Considered;
import io.sluice.core.routing.model.Exclusion;
import io.sluice.core.routing.model.RoutingDecision.Chosen;
import io.sluice.core.routing.model.RoutingRecord;
import io.sluice.core.routing.model.RoutingRecord.OfAttempt;
import io.sluice.core.routing.model.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** How a payment was routed, for people to read. */
public final class RoutingView {

    private RoutingView() {}

    /** @param records of the payment's attempts, oldest first */
    public static String of(PaymentId payment, List<OfAttempt> records) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("payment_id", payment.toString());
            json.writeArrayPropertyStart("attempts");
            records.forEach(record -> write(json, record));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, OfAttempt attempt) {
        RoutingRecord record = attempt.record();
        PaymentAttempt last = attempt.payment().lastAttempt();
        json.writeStartObject();
        json.writeStringProperty("attempt_id", last.id().toString());
        json.writeStringProperty("decided_at", Timestamps.text(last.createdAt()));
        json.writeStringProperty("channel_account", last.account().toString());
        if (record.decision().choice() instanceof Chosen chosen) {
            json.writeStringProperty("reason", chosen.reason().wireName());
        }
        json.writeNumberProperty(
                "configuration_version", record.snapshot().configuration().version());
        json.writeArrayPropertyStart("candidates");
        for (int i = 0; i < record.snapshot().candidates().size(); i++) {
            write(
                    json,
                    record.snapshot().candidates().get(i),
                    record.decision().considered().get(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Candidate candidate, Considered considered) {
        json.writeStartObject();
        json.writeStringProperty("channel_account", candidate.account().toString());
        json.writeStringProperty("channel", candidate.channel());
        write(json.writeName("excluded"), considered.exclusion());
        write(json.writeName("score"), considered.score());
        json.writeName("cost");
        if (considered.costMinor() == null) {
            json.writeNull();
        } else {
            json.writeNumber(considered.costMinor());
        }
        json.writeObjectPropertyStart("health");
        json.writeStringProperty("state", candidate.health().state().wireName());
        json.writeNumberProperty("success_permille", candidate.health().successPermille());
        json.writeNumberProperty("latency_ms", candidate.health().latencyMs());
        json.writeNumberProperty("samples", candidate.health().samples());
        json.writeEndObject();
        json.writeEndObject();
    }

    static void write(JsonGenerator json, @Nullable Exclusion exclusion) {
        if (exclusion == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("code", exclusion.code());
        json.writeStringProperty("message", exclusion.message());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, @Nullable Score score) {
        if (score == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberProperty("total", score.total());
        json.writeNumberProperty("rule", score.rule());
        json.writeNumberProperty("preference", score.preference());
        json.writeNumberProperty("success", score.success());
        json.writeNumberProperty("latency", score.latency());
        json.writeNumberProperty("cost", score.cost());
        json.writeEndObject();
    }
}
