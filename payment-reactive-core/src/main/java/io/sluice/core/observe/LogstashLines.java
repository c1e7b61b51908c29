package io.sluice.core.observe;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.sluice.core.json.JsonText;
import io.sluice.core.json.Timestamps;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import tools.jackson.core.JsonGenerator;

/**
 * One JSON object a line, with the names that Boot's {@code logstash} format has, times in UTC with microseconds. Lines are
 * written on event loops, where Boot's own writer is dear: see docs/adr/037-lines-and-batches.md.
 */
public final class LogstashLines implements StructuredLogFormatter<ILoggingEvent> {

    private final ThrowableProxyConverter stackTraces;

    /** As Boot makes it. */
    public LogstashLines(ThrowableProxyConverter stackTraces) {
        this.stackTraces = stackTraces;
    }

    @Override
    public String format(ILoggingEvent event) {
        return JsonText.of(json -> {
            json.writeStartObject();
            writeOccasion(json, event);
            event.getMDCPropertyMap().forEach(json::writeStringProperty);
            writePairs(json, event.getKeyValuePairs());
            writeTags(json, event.getMarkerList());
            if (event.getThrowableProxy() != null) {
                json.writeStringProperty("stack_trace", stackTraces.convert(event));
            }
            json.writeEndObject();
            json.writeRaw('\n');
        });
    }

    private static void writeOccasion(JsonGenerator json, ILoggingEvent event) {
        json.writeStringProperty("@timestamp", Timestamps.text(event.getInstant()));
        json.writeStringProperty("@version", "1");
        json.writeStringProperty("message", event.getFormattedMessage());
        json.writeStringProperty("logger_name", event.getLoggerName());
        json.writeStringProperty("thread_name", event.getThreadName());
        json.writeStringProperty("level", event.getLevel().toString());
        json.writeNumberProperty("level_value", event.getLevel().toInt());
    }

    private static void writePairs(JsonGenerator json, @Nullable List<KeyValuePair> pairs) {
        if (pairs != null) {
            pairs.forEach(pair -> writePair(json, pair.key, pair.value));
        }
    }

    private static void writePair(JsonGenerator json, String key, @Nullable Object value) {
        switch (value) {
            case Long number -> json.writeNumberProperty(key, number);
            case Integer number -> json.writeNumberProperty(key, number);
            case Double number -> json.writeNumberProperty(key, number);
            case Boolean truth -> json.writeBooleanProperty(key, truth);
            case null -> json.writeNullProperty(key);
            default -> json.writeStringProperty(key, value.toString());
        }
    }

    private static void writeTags(JsonGenerator json, @Nullable List<Marker> markers) {
        if (markers != null) {
            json.writeArrayPropertyStart("tags");
            markers.forEach(marker -> json.writeString(marker.getName()));
            json.writeEndArray();
        }
    }
}
