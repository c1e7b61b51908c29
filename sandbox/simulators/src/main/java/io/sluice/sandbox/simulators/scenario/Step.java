package io.sluice.sandbox.simulators.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of a scenario.
 *
 * @param at how long after the beginning
 * @param orders what is sent to the control API of each channel, by its path: {@code weather}, {@code behaviour}, {@code faults}
 * @param say what is told to whoever watches, or an empty text
 */
public record Step(int line, Duration at, List<String> channels, Map<String, JsonNode> orders, String say) {

    /** The order as it is sent when time runs so many times as fast: what lasts is as much shorter, latencies are not. */
    static JsonNode hastened(JsonNode order, double speed) {
        JsonNode copy = order.deepCopy();
        shorten(copy.path("outage"), "s", speed);
        shorten(copy.path("drift"), "over_s", speed);
        return copy;
    }

    private static void shorten(JsonNode part, String field, double speed) {
        if (part instanceof ObjectNode object && object.path(field).isNumber()) {
            object.put(field, object.path(field).doubleValue() / speed);
        }
    }
}
