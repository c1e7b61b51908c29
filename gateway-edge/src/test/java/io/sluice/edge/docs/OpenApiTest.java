package io.sluice.edge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API agrees with itself, and with what the code has that no request brings about at will. */
class OpenApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ApiDescription DESCRIPTION = ApiDescription.parse(read(Path.of("../docs/openapi.yaml")));

    @Test
    void listsEveryProblemWithItsStatus() {
        Map<String, String> listed = new TreeMap<>();
        Pattern row = Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\d{3}) \\|");
        row.matcher(DESCRIPTION.introduction()).results().forEach(it -> listed.put(it.group(1), it.group(2)));
        assertThat(listed).isEqualTo(ProblemSources.statusByCode());
    }

    @Test
    void givesExamplesThatAreAsTheirSchemasSay() {
        assertThat(DESCRIPTION.contents()).allSatisfy((place, content) -> {
            Map<String, Object> examples = ApiDescription.map(content.get("examples"));
            assertThat(examples).isNotEmpty();
            Map<String, Object> schema = ApiDescription.map(content.get("schema"));
            assertThat(examples.values()).allSatisfy(example -> {
                Object value = DESCRIPTION.resolved(ApiDescription.map(example)).get("value");
                assertThat(SchemaCheck.complaints(DESCRIPTION, schema, JSON.valueToTree(value)))
                        .isEmpty();
            });
        });
    }

    /** The notifier's schema writes them; the edge only hands them on. */
    @Test
    void describesDeliveriesAsTheirViewWritesThem() {
        Path view =
                Path.of("../merchant-notifier/src/main/resources/db/migration/webhook/V2__delivery_attempt_json.sql");
        Set<String> written = new TreeSet<>();
        Pattern.compile("(?m)^ +'(\\w+)', ").matcher(read(view)).results().forEach(it -> written.add(it.group(1)));
        assertThat(ApiDescription.map(DESCRIPTION.schema("DeliveryAttempt").get("properties")))
                .containsOnlyKeys(written);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
