package io.sluice.core.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.slf4j.helpers.BasicMarkerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogstashLinesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ThrowableProxyConverter stackTraces = new ThrowableProxyConverter();
    private final LogstashLines lines = new LogstashLines(stackTraces);

    @BeforeEach
    void start() {
        stackTraces.start();
    }

    @Test
    void anOrdinaryLineIsWrittenByteForByte() {
        LoggingEvent event = event("paid \"all\"\n", null);
        event.setMDCPropertyMap(Map.of("traceId", "0af7651916cd43dd8448eb211c80319c"));
        event.addKeyValuePair(new KeyValuePair("status", 201));
        event.addKeyValuePair(new KeyValuePair("duration_us", 7L));
        event.addKeyValuePair(new KeyValuePair("share", 0.25));
        event.addKeyValuePair(new KeyValuePair("cancelled", true));
        event.addKeyValuePair(new KeyValuePair("problem", null));
        event.addKeyValuePair(new KeyValuePair("outcome", Level.WARN));

        assertThat(lines.format(event)).isEqualTo("""
                {"@timestamp":"2026-02-03T04:05:06.000007Z","@version":"1","message":"paid \\"all\\"\\n",\
                "logger_name":"io.sluice.test","thread_name":"loop-1","level":"INFO","level_value":20000,\
                "traceId":"0af7651916cd43dd8448eb211c80319c","status":201,"duration_us":7,"share":0.25,"cancelled":true,\
                "problem":null,"outcome":"WARN"}
                """);
    }

    @Test
    void aFailureIsOneLineWithItsStackTrace() {
        String line = lines.format(event("failed", new IllegalStateException("gone")));

        assertThat(line.lines()).hasSize(1);
        JsonNode read = JSON.readTree(line);
        assertThat(read.path("stack_trace").stringValue())
                .startsWith("java.lang.IllegalStateException: gone")
                .contains("LogstashLinesTest");
    }

    @Test
    void markersAreTags() {
        LoggingEvent event = event("marked", null);
        event.addMarker(new BasicMarkerFactory().getMarker("AUDIT"));

        JsonNode tags = JSON.readTree(lines.format(event)).path("tags");
        assertThat(tags.values()).extracting(JsonNode::stringValue).containsExactly("AUDIT");
    }

    private static LoggingEvent event(String message, Throwable failure) {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        var event = new LoggingEvent(
                "here", context.getLogger("io.sluice.test"), Level.INFO, message, failure, new Object[0]);
        event.setInstant(Instant.parse("2026-02-03T04:05:06.000007Z"));
        event.setThreadName("loop-1");
        return event;
    }
}
