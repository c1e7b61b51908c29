package io.sluice.edge.observe;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.test.system.CapturedOutput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as a machine reads it. */
final class LogLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LogLines() {}

    static List<JsonNode> all(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(JSON::readTree)
                .toList();
    }

    /** Canonical lines, one a request. */
    static List<JsonNode> requests(CapturedOutput output, Predicate<JsonNode> which) {
        return all(output).stream()
                .filter(line -> text(line, "logger_name").equals("io.sluice.edge.request"))
                .filter(which)
                .toList();
    }

    static String text(JsonNode line, String key) {
        return line.path(key).asString("");
    }
}
