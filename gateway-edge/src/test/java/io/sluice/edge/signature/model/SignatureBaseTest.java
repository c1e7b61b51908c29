package io.sluice.edge.signature.model;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.edge.signature.model.field.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureBaseTest {

    private static final RequestToVerify REQUEST = new RequestToVerify(
            "GET",
            "HTTPS",
            "WWW.Example.com:443",
            "/a%2Fb/../c",
            "p=x%20y+z&q=&p2=a&p2=b&na%6De=~v!",
            FieldValues.of(Map.of(
                    "X-Two", List.of(" one ", "two\t"),
                    "X-Dict", List.of("a=1,  b=2;x=1;y, c=(a   b)"),
                    "Priority", List.of("u=1,i"),
                    "X-Latin", List.of("caf\u00e9"))),
            new byte[0]);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0000', textBlock = """
                    "@method"                     | GET
                    "@scheme"                     | https
                    "@authority"                  | www.example.com
                    "@path"                       | /a%2Fb/../c
                    "@query"                      | ?p=x%20y+z&q=&p2=a&p2=b&na%6De=~v!
                    "@request-target"             | /a%2Fb/../c?p=x%20y+z&q=&p2=a&p2=b&na%6De=~v!
                    "@target-uri"                 | https://www.example.com/a%2Fb/../c?p=x%20y+z&q=&p2=a&p2=b&na%6De=~v!
                    "@query-param";name="p"       | x%20y%20z
                    "@query-param";name="name"    | %7Ev%21
                    "x-two"                       | one, two
                    "x-two";bs                    | :b25l:, :dHdv:
                    "x-latin";bs                  | :Y2Fm6Q==:
                    "x-dict";key="b"              | 2;x=1;y
                    "x-dict";key="c"              | (a b)
                    "priority";sf                 | u=1, i
                    """)
    void takesEachComponentAsTheRfcSays(String component, String value) {
        assertThat(base(component)).startsWith(component + ": " + value + "\n\"@signature-params\": (");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0000', textBlock = """
                    "@status"                     | SIGNATURE_COMPONENT_UNSUPPORTED
                    "@unknown"                    | SIGNATURE_COMPONENT_UNSUPPORTED
                    "@method";req                 | SIGNATURE_COMPONENT_UNSUPPORTED
                    "x-two";req                   | SIGNATURE_COMPONENT_UNSUPPORTED
                    "x-two";tr                    | SIGNATURE_COMPONENT_UNSUPPORTED
                    "x-two";sf                    | SIGNATURE_COMPONENT_UNSUPPORTED
                    "x-two";bs=?0                 | SIGNATURE_COMPONENT_UNSUPPORTED
                    "x-dict";key="a";sf           | SIGNATURE_COMPONENT_UNSUPPORTED
                    "x-dict";key=a                | SIGNATURE_COMPONENT_UNSUPPORTED
                    "@query-param"                | SIGNATURE_COMPONENT_UNSUPPORTED
                    "@query-param";name="none"    | SIGNATURE_COMPONENT_ABSENT
                    "@query-param";name="p2"      | SIGNATURE_COMPONENT_ABSENT
                    "x-dict";key="z"              | SIGNATURE_COMPONENT_ABSENT
                    "x-none"                      | SIGNATURE_COMPONENT_ABSENT
                    "x-latin"                     | SIGNATURE_MALFORMED
                    "X-Two"                       | SIGNATURE_MALFORMED
                    x-two                         | SIGNATURE_MALFORMED
                    "x-two" "x-two"               | SIGNATURE_MALFORMED
                    """)
    void refusesWhatItCannotTake(String component, RefusalCode code) {
        assertThatThrownBy(() -> base(component))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void refusesToParseTheSameFieldOverAndOver() {
        String nine = IntStream.range(0, 9)
                .mapToObj(i -> "\"x-dict\";key=\"k" + i + "\"")
                .collect(joining(" "));
        assertThatThrownBy(() -> base(nine)).hasMessageContaining("more than 8 components that have parameters");
    }

    private static String base(String components) {
        Dictionary dictionary = Dictionary.parse("signature-input", List.of("sig=(" + components + ");created=1"));
        return SignatureBase.of(
                        REQUEST, SignatureInput.of("sig", dictionary.get("sig").orElseThrow()))
                .text();
    }
}
