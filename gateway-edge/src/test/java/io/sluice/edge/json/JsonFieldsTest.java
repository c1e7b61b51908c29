package io.sluice.edge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every complaint names the field and what would be right. */
class JsonFieldsTest {

    @Test
    void saysWhatANumberMustBe() {
        assertComplaint("{\"amount\":\"1\"}", f -> f.integer("amount", 1, 9), "amount", "must be an integer");
        assertComplaint("{\"amount\":1.0}", f -> f.integer("amount", 1, 9), "amount", "must be an integer");
        assertComplaint("{\"amount\":1e0}", f -> f.integer("amount", 1, 9), "amount", "must be an integer");
        assertComplaint("{\"amount\":10}", f -> f.integer("amount", 1, 9), "amount", "must be from 1 to 9");
        assertComplaint("{\"amount\":18446744073709551617}", f -> f.integer("amount", 1, 9), "amount", "from 1 to 9");
        assertComplaint("{\"amount\":null}", f -> f.integer("amount", 1, 9), "amount", "is required");
    }

    @Test
    void saysWhatATextMustBe() {
        assertComplaint("{\"name\":1}", f -> f.text("name", 1, 3), "name", "must be a string");
        assertComplaint("{\"name\":\"abcd\"}", f -> f.text("name", 1, 3), "name", "must have 1 to 3 characters, not 4");
        assertComplaint("{\"name\":\"\\u0007\"}", f -> f.text("name", 1, 3), "name", "control characters");
        assertComplaint("{\"name\":\"\\udc00\"}", f -> f.text("name", 1, 3), "name", "lone surrogates");
    }

    @Test
    void namesNestedFieldsByTheirPath() {
        assertComplaint(
                "{\"payer\":{\"id\":1}}",
                f -> f.optionalObject("payer").orElseThrow().text("id", 1, 3),
                "payer.id",
                "must be a string");
        assertComplaint("{\"payer\":[]}", f -> f.optionalObject("payer"), "payer", "must be an object");
        assertComplaint("{\"metadata\":{\"a\":1}}", f -> f.textMap("metadata", 1, 9, 9), "metadata.a", "a string");
        assertComplaint("{\"list\":[1]}", f -> f.optionalTexts("list", 1, 9), "list", "must be an array of strings");
    }

    @Test
    void listsTheFieldsThereAre() {
        assertComplaint(
                "{\"amount\":1,\"amout\":1}",
                f -> {
                    f.integer("amount", 1, 9);
                    f.done();
                },
                "amout",
                "these are: amount");
    }

    private static void assertComplaint(String body, Consumer<JsonFields> reading, String field, String rule) {
        JsonFields fields = StrictJson.object(body.getBytes(StandardCharsets.UTF_8));
        Problem problem = catchThrowableOfType(ProblemException.class, () -> reading.accept(fields))
                .problem();
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.detail()).contains("'" + field + "'").contains(rule);
    }
}
