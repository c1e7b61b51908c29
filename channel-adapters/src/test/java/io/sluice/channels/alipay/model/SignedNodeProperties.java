package io.sluice.channels.alipay.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever stands in and around the response, its bytes are found as they came; of a broken answer nothing is. */
class SignedNodeProperties {

    private static final String METHOD = "alipay.trade.query";
    private static final String NAME = "alipay_trade_query_response";
    private static final int ROUNDS = 5000;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void theResponseIsFoundByteForByte() {
        for (int round = 0; round < ROUNDS; round++) {
            String response = object(3);
            String answer = around(response, "\"sign\":" + space() + "\"c2lnbg==\"");

            assertThat(JsonMapper.shared().readTree(answer).has(NAME)).isTrue();
            assertThat(SignedNode.in(utf8(answer), METHOD))
                    .as("seed %d, round %d: %s", seed, round, answer)
                    .hasValueSatisfying(node -> {
                        assertThat(new String(node.raw(), StandardCharsets.UTF_8))
                                .isEqualTo(response);
                        assertThat(node.sign()).isEqualTo("c2lnbg==");
                    });
        }
    }

    @Test
    void anAnswerThatEndsEarlyHoldsNothing() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] answer = utf8(around(object(3), "\"sign\":\"c2lnbg==\"").strip());
            byte[] torn = Arrays.copyOf(answer, random.nextInt(answer.length));

            assertThat(SignedNode.in(torn, METHOD))
                    .as("seed %d, round %d", seed, round)
                    .isEmpty();
        }
    }

    @Test
    void noBytesMakeItFail() {
        String signs = "{}[]\":,\\ ae/" + NAME.charAt(0);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder("{");
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(random.nextInt(8) == 0 ? '"' + NAME + "\":{}" : pick(signs));
            }
            byte[] answer = utf8(text.toString());
            assertThat(SignedNode.in(answer, METHOD))
                    .satisfies(found ->
                            found.ifPresent(node -> assertThat(new String(node.raw(), StandardCharsets.UTF_8))
                                    .startsWith("{")));
        }
    }

    /** The members in any order, with strangers among them whose content looks like the response. */
    private String around(String response, String sign) {
        List<String> members = new ArrayList<>(List.of('"' + NAME + '"' + space() + ':' + space() + response, sign));
        for (int i = random.nextInt(3); i > 0; i--) {
            members.add("\"other" + i + "\":" + value(2));
        }
        Collections.shuffle(members, random);
        return space() + '{' + space() + String.join(space() + ',' + space(), members) + space() + '}' + space();
    }

    private String object(int depth) {
        StringBuilder object = new StringBuilder("{");
        for (int i = random.nextInt(4); i > 0; i--) {
            object.append('"').append('k').append(i).append("\":").append(value(depth - 1));
            object.append(i > 1 ? "," + space() : "");
        }
        return object.append('}').toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> string();
            case 1 -> "-1.5e+3";
            case 2 -> "null";
            case 3 -> '[' + value(depth - 1) + ',' + value(depth - 1) + ']';
            default -> object(depth);
        };
    }

    private String string() {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(
                    switch (random.nextInt(6)) {
                        case 0 -> "\\\"";
                        case 1 -> "\\\\";
                        case 2 -> "茶";
                        case 3 -> "\\/";
                        case 4 -> "\\u8336";
                        default -> pick("{}[]:, ");
                    });
        }
        return text.append('"').toString();
    }

    private String space() {
        return random.nextInt(3) == 0 ? " \n" : "";
    }

    private String pick(String signs) {
        return String.valueOf(signs.charAt(random.nextInt(signs.length())));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
