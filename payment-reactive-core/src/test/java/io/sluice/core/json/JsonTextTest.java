package io.sluice.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void isWhatIsWritten() {
        assertThat(JsonText.of(json -> json.writeStartObject()
                        .writeStringProperty("茶", "\"💰\"")
                        .writeEndObject()))
                .isEqualTo("{\"茶\":\"\\\"💰\\\"\"}");
        assertThat(JsonText.of(json -> {})).isEmpty();
    }

    @Test
    void whatDoesNotComeAtOnceIsPutTogether() {
        String text = JsonText.of(json -> {
            json.writeStartArray();
            IntStream.range(0, 20_000).forEach(json::writeNumber);
            json.writeString("é".repeat(9_000)).writeEndArray();
        });

        JsonNode read = JSON.readTree(text);
        assertThat(read.size()).isEqualTo(20_001);
        assertThat(IntStream.range(0, 20_000).allMatch(i -> read.get(i).intValue() == i))
                .isTrue();
        assertThat(read.get(20_000).stringValue()).isEqualTo("é".repeat(9_000));
    }

    @Test
    void oneIsWrittenWithinAnother() {
        assertThat(JsonText.of(json -> json.writeString(JsonText.of(inner -> inner.writeNumber(7)))))
                .isEqualTo("\"7\"");
    }

    @Test
    void aFailureIsTheWritersOwn() {
        assertThatThrownBy(() -> JsonText.of(_ -> {
                    throw new IllegalStateException("no amount");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no amount");
    }
}
