package io.sluice.edge.signature.model.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0000', textBlock = """
                    a=1                               | a=1
                    a=-7,b=?0 ,\tc=tok/en*            | a=-7, b=?0, c=tok/en*
                    a, b;x;y=2                        | a, b;x;y=2
                    a=?1;q                            | a;q
                    s="q\\"\\\\ "                     | s="q\\"\\\\ "
                    b=:aGVsbG8=:                      | b=:aGVsbG8=:
                    l=(  "x";k="v"   y  );n=1;  m     | l=("x";k="v" y);n=1;m
                    l=()                              | l=()
                    d=1.50, e=-0.0, f=007             | d=1.5, e=0.0, f=7
                    t=@1618884473                     | t=@1618884473
                    """)
    void writesBackTheCanonicalForm(String text, String canonical) {
        assertThat(parse(text).serialized()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A=1",
                "a=",
                "a=1,",
                "a=1,,b=2",
                "a=1 b=2",
                "a=1,a=2",
                "a=1;p;p",
                "a=(1",
                "a=(1)x",
                "a=(\"x\"\"y\")",
                "a=\"x",
                "a=\"\\n\"",
                "a=\"\u00e9\"",
                "a=:YQ:",
                "a=:YR==:",
                "a=:*:",
                "a=:YQ==",
                "a=?2",
                "a=1.",
                "a=1.2345",
                "a=1234567890123.1",
                "a=1234567890123456",
                "a=--1",
                "a=@1.5",
                "a=%\"display\"",
                "\ta=1",
                "a =1",
            })
    void refusesWhatIsNoDictionary(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(MalformedFieldException.class);
    }

    @Test
    void joinsTheLinesOfOneField() {
        assertThat(Dictionary.parse("f", List.of("a=1", "b=2")).members()).containsOnlyKeys("a", "b");
    }

    @Test
    void refusesMoreThanItWillHold() {
        assertThatThrownBy(() -> parse("a=(" + "1 ".repeat(65) + ")")).hasMessageContaining("more than 64");
        assertThatThrownBy(() -> parse("a=\"" + "x".repeat(20_000) + "\"")).hasMessageContaining("longer than");
        assertThatThrownBy(() -> parse("k".repeat(65))).hasMessageContaining("key of more than");
    }

    @Test
    void saysWhereAndWhatWasExpected() {
        assertThatThrownBy(() -> parse("a=?7"))
                .hasMessage("Field \"f\" should have '0' or '1' at position 3, not character 55.");
    }

    private static Dictionary parse(String text) {
        return Dictionary.parse("f", List.of(text));
    }
}
