package io.sluice.edge.json;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.ProblemJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, the answer is a value or a problem of the client's that can be written down. */
class StrictJsonProperties {

    private static final int RUNS = 20_000;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "\\udc00",
            "\ud83d\ude00",
            "null",
            "true",
            "1e9",
            "-0",
            "1.0",
            "99999999999999999999",
            "\"amount\"",
            "\"payer\":{",
            "\"a\":1",
            "\"metadata\":{\"k\":\"v\"}",
            " ",
            "\n",
            "é",
            "\"list\":[\"x\"",
            "x".repeat(60),
            "NaN",
            "/*c*/",
            "'");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void randomBytesAreNeverAFaultOfOurs() {
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            read(bytes);
        }
    }

    @Test
    void almostJsonIsNeverAFaultOfOurs() {
        for (int run = 0; run < RUNS; run++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "{" : "");
            int pieces = random.nextInt(12);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            read(text.append(random.nextBoolean() ? "}" : "").toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void spoiltRequestsAreNeverAFaultOfOurs() {
        String valid =
                "{\"amount\":1,\"name\":\"\ud83d\ude00\",\"payer\":{\"id\":\"x\"},\"list\":[\"a\"],\"metadata\":{\"k\":\"v\"}}";
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = valid.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i <= random.nextInt(3); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            read(bytes);
        }
    }

    private void read(byte[] body) {
        try {
            readAll(StrictJson.object(body));
        } catch (ProblemException problem) {
            assertThatCode(() -> ProblemJson.write(problem.problem(), null))
                    .as("seed %d, body %s", seed, new String(body, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        } catch (RuntimeException fault) {
            fail("seed " + seed + ", body " + new String(body, StandardCharsets.UTF_8), fault);
        }
    }

    private static void readAll(JsonFields fields) {
        fields.optionalInteger("amount", 1, Long.MAX_VALUE);
        fields.optionalText("name", 1, 10);
        fields.optionalObject("payer").ifPresent(payer -> {
            payer.optionalText("id", 1, 10);
            payer.done();
        });
        fields.optionalTexts("list", 3, 10);
        fields.textMap("metadata", 2, 10, 10);
        fields.optionalBoolean("a");
        fields.done();
    }
}
