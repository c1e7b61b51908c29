package io.sluice.edge.signature.model.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.signature.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DictionaryProperties {

    private static final String TELLING = "ab1-.:;,=()\"\\?@* \t/+YQ=\u0000\u007f\u00e9\uffff";

    @Test
    void answersAnyTextWithADictionaryOrItsOwnRefusal() {
        Seed.forEach(20_000, random -> {
            String text = text(random);
            try {
                String canonical = Dictionary.parse("f", List.of(text)).serialized();
                assertThat(Dictionary.parse("f", List.of(canonical)).serialized())
                        .isEqualTo(canonical);
            } catch (MalformedFieldException e) {
                assertThat(e).hasMessageStartingWith("Field \"f\" ");
            }
        });
    }

    private static String text(RandomGenerator random) {
        int length = random.nextInt(40);
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "a=" : "");
        for (int i = 0; i < length; i++) {
            text.append(
                    random.nextInt(10) == 0
                            ? (char) random.nextInt(0x10000)
                            : TELLING.charAt(random.nextInt(TELLING.length())));
        }
        return text.toString();
    }
}
