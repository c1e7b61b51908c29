package io.sluice.core.routing.json;

import io.sluice.core.json.JsonText;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.routing.model.MethodOffer;
import io.sluice.core.routing.model.MethodOffer.Through;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** A method that a merchant can use, for people and programs to read. */
public final class MethodView {

    private MethodView() {}

    public static String of(MethodOffer offer) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("method", offer.method());
            json.writeBooleanProperty("available", offer.isAvailable());
            texts(json, "requires", offer.requires());
            texts(json, "currencies", offer.currencies());
            texts(json, "capture_methods", captureMethods(offer));
            json.writeArrayPropertyStart("channels");
            offer.through().forEach(one -> write(json, one));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static List<String> captureMethods(MethodOffer offer) {
        String automatic = CaptureMethod.AUTOMATIC.wireName();
        return offer.canHold() ? List.of(automatic, CaptureMethod.MANUAL.wireName()) : List.of(automatic);
    }

    private static void write(JsonGenerator json, Through through) {
        json.writeStartObject();
        json.writeStringProperty("channel", through.channel());
        json.writeStringProperty("channel_account", through.account().toString());
        json.writeBooleanProperty("available", through.isAvailable());
        RoutingView.write(json.writeName("unavailable"), through.objection());
        json.writeStringProperty("health", through.health().wireName());
        texts(json, "currencies", through.terms().currencies());
        json.writeNumberProperty("min_amount", through.terms().minMinor());
        json.writeNumberProperty("max_amount", through.terms().maxMinor());
        json.writeStringProperty("captures", through.terms().captures().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
