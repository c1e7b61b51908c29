package io.sluice.sandbox.simulators.scenario;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.weather.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a scenario: lines of JSON, the first with its name and seed, each other one a step. Empty lines and those that begin with
 * {@code #} are for people.
 */
public final class ScenarioReader {
    private final StepReader stepReader = new StepReader();
    private final List<Step> steps = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private @Nullable Scenario head;

    private ScenarioReader() {}

    /** Says of every line that is wrong where it is and what would be right. */
    public static final class ScenarioException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        ScenarioException(List<String> mistakes) {
            super(String.join("\n", mistakes));
        }
    }

    /** @throws ScenarioException when anything in it is not as it must be */
    public static Scenario read(String text) {
        var reader = new ScenarioReader();
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            reader.take(index + 1, lines.get(index).strip());
        }
        return reader.finish();
    }

    private void take(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        try {
            JsonNode json = Json.MAPPER.readTree(line);
            if (head == null) {
                head = head(new Fields("", json));
            } else {
                steps.add(stepReader.read(number, json));
            }
        } catch (Fields.Wrong wrong) {
            mistakes.add("line " + number + ": " + wrong.getMessage());
        } catch (JacksonException unreadable) {
            mistakes.add("line " + number + ": must be one JSON object: " + unreadable.getOriginalMessage());
        }
    }

    private static Scenario head(Fields fields) {
        fields.known("scenario", "seed");
        String name = fields.text("scenario", "");
        if (name.isBlank()) {
            throw new Fields.Wrong("scenario", "must be the scenario's name, for the first line is its head");
        }
        return new Scenario(name, fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE), List.of());
    }

    private Scenario finish() {
        Scenario begun = head;
        if (begun == null && mistakes.isEmpty()) {
            mistakes.add("line 1: must be {\"scenario\": NAME, \"seed\": NUMBER}; the file is empty");
        }
        if (begun != null && steps.isEmpty() && mistakes.isEmpty()) {
            mistakes.add("there is no step after the first line: a step is "
                    + "{\"at_s\": 0, \"channel\": \"bank\", \"weather\": {…}}");
        }
        if (begun == null || !mistakes.isEmpty()) {
            throw new ScenarioException(mistakes);
        }
        return new Scenario(begun.name(), begun.seed(), List.copyOf(steps));
    }
}
