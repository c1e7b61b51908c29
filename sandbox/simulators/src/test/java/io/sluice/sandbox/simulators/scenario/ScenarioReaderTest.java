package io.sluice.sandbox.simulators.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sandbox.simulators.scenario.ScenarioReader.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {
    private static final String HEAD = "{\"scenario\": \"a test\", \"seed\": 7}\n";

    private static Scenario example(String name) throws IOException {
        return ScenarioReader.read(Files.readString(Path.of("../scenarios", name + ".jsonl")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad-evening", "slow-bank", "any-order"})
    void theExamplesAreRightAndEndInCalm(String name) throws IOException {
        Scenario scenario = example(name);
        assertThat(scenario.steps()
                        .getLast()
                        .orders()
                        .get("weather")
                        .path("calm")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void linesForPeopleAreNotSteps() {
        Scenario scenario = ScenarioReader.read("# a comment\n\n" + HEAD + """
                # another
                {"at_s": 1.5, "channel": "all", "behaviour": {"outcome": "approved", "delay_ms": 5}, "say": "hello"}
                """);
        Step step = scenario.steps().getFirst();
        assertThat(step.at()).isEqualTo(Duration.ofMillis(1500));
        assertThat(step.line()).isEqualTo(5);
        assertThat(step.channels()).containsExactly("alipay", "bank", "paypal", "unionpay", "wechat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"at_s\":0,\"channel\":\"visa\",\"faults\":{\"partial\":1}} | line 2: 'channel': must be all or one of alipay, bank",
                "{\"at_s\":-1,\"channel\":\"bank\",\"faults\":{\"partial\":1}} | line 2: 'at_s': must be a number from 0.0",
                "{\"at_s\":0,\"channel\":\"bank\"} | line 2: a step must have weather, behaviour or faults",
                "{\"at_s\":0,\"channel\":\"bank\",\"wether\":{}} | line 2: 'wether': is not known here; there are at_s",
                "{\"at_s\":0,\"channel\":\"bank\",\"faults\":{\"flood\":1}} | line 2: 'faults.flood': is not known here",
                "{\"at_s\":0,\"channel\":\"bank\",\"weather\":{\"rates\":{\"partial\":9}}} | line 2: 'weather.rates.partial': must be a number",
                "{\"at_s\":0,\"channel\":\"bank\",\"weather\":{\"seed\":9}} | line 2: 'weather.seed': belongs into the first line",
                "{\"at_s\":0,\"channel\":\"bank\",\"behaviour\":{\"outcome\":\"silent\"}} | line 2: 'behaviour.outcome': is not played by bank; there are",
                "{\"at_s\":0,\"channel\":\"bank\",\"weather\":{\"drift\":{\"to\":0,\"outcome\":\"joy\"}}} | 'weather.drift.outcome': is not played by bank",
                "{\"at_s\":0, | line 2: must be one JSON object"
            })
    void saysWhichLineIsWrongWhereAndWhatWouldBeRight(String line, String sentence) {
        assertThatThrownBy(() -> ScenarioReader.read(HEAD + line))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> ScenarioReader.read(HEAD + "[]\n{}"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("line 3");
    }

    @Test
    void aStepMustNotGoBackInTime() {
        assertThatThrownBy(() -> ScenarioReader.read(HEAD + """
                        {"at_s": 9, "channel": "bank", "weather": {"calm": true}}
                        {"at_s": 8, "channel": "bank", "weather": {"calm": true}}
                        """))
                .hasMessageContaining("line 3: 'at_s': must not be before the step above it, which is at 9.0");
    }

    @Test
    void aChannelThatRefusesConnectionsTakesNoOrders() {
        String outage = """
                {"at_s": 9, "channel": "CHANNEL", "weather": {"outage": {"kind": "refused", "s": 20}}}
                {"at_s": 15, "channel": "all", "weather": {"calm": true}}
                """;
        assertThatThrownBy(() -> ScenarioReader.read(HEAD + outage.replace("CHANNEL", "paypal")))
                .hasMessageContaining("line 3: 'at_s': paypal refuses connections")
                .hasMessageContaining("must be 30.0 or later");
        assertThat(ScenarioReader.read(HEAD + outage.replace("CHANNEL", "bank")).steps())
                .hasSize(2);
    }

    @Test
    void isPlayedInOrderFromCalmAndInTheTimeAsked() {
        Scenario scenario = ScenarioReader.read(HEAD + """
                {"at_s": 2, "channel": "bank", "weather": {"outage": {"kind": "cut", "s": 4}}, "faults": {"partial": 1}}
                {"at_s": 6, "channel": "bank", "weather": {"calm": true}}
                """);
        List<String> seen = new ArrayList<>();
        new Player(
                        (channel, part, wanted) -> seen.add(channel + " " + part + " " + wanted),
                        since -> seen.add(since.toString()),
                        told -> {},
                        2)
                .play(scenario);
        assertThat(seen)
                .containsExactly(
                        "bank weather {\"calm\":true,\"seed\":" + scenario.seedOf("bank") + "}",
                        "PT1S",
                        "bank weather {\"outage\":{\"kind\":\"cut\",\"s\":2.0}}",
                        "bank faults {\"partial\":1}",
                        "PT3S",
                        "bank weather {\"calm\":true}");
    }

    @Test
    void eachChannelHasDrawsOfItsOwn() throws IOException {
        Scenario scenario = example("bad-evening");
        assertThat(scenario.seedOf("bank")).isNotEqualTo(scenario.seedOf("wechat"));
        assertThat(scenario.withSeed(1).seedOf("bank")).isNotEqualTo(scenario.seedOf("bank"));
    }
}
