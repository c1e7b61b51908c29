package io.sluice.sandbox.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.scenario.Player;
import io.sluice.sandbox.simulators.scenario.Scenario;
import io.sluice.sandbox.simulators.scenario.ScenarioReader;
import io.sluice.sandbox.simulators.weather.Forecast;
import io.sluice.sandbox.simulators.weather.model.Conditions;
import io.sluice.sandbox.simulators.weather.model.Fault;
import io.sluice.sandbox.simulators.weather.model.Rates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scenario's seed foretells is what a merchant observes. */
class ScenarioTest extends SimulatorFixture {
    private static final int ORDERS = 80;
    private static final double HALF = 0.5;
    private static final Map<Fault, Double> RATES =
            Map.of(Fault.DROP_CONNECTION, 0.2, Fault.FREQUENCY_LIMITED, 0.2, Fault.SYSTEM_ERROR_BEFORE, 0.2);
    private static final String LINES = """
            {"scenario": "half of everything", "seed": 7}
            {"at_s": 0, "channel": "wechat", "behaviour": {"outcome": "never"}}
            {"at_s": 5, "channel": "wechat", "weather": {"rates": {"drop_connection": 0.2, "frequency_limited": 0.2, "system_error_before": 0.2}}}
            {"at_s": 9, "channel": "wechat", "weather": {"drift": {"to": 0.5}}}
            """;

    private final List<String> told = new ArrayList<>();

    private void play(Scenario scenario) {
        long begun = System.nanoTime();
        new Player(
                        (channel, part, wanted) -> merchant.told("/" + part, wanted.toString()),
                        since -> LockSupport.parkNanos(begun + since.toNanos() - System.nanoTime()),
                        told::add,
                        100)
                .play(scenario);
    }

    private static List<String> foretold(Scenario scenario) {
        var forecast = new Forecast(scenario.seedOf("wechat"));
        var conditions = Conditions.CALM.with(new Rates(RATES));
        return IntStream.range(0, ORDERS)
                .mapToObj(n -> {
                    Fault fault = forecast.request(conditions).fault();
                    return fault == null ? forecast.succeeds(HALF) ? "never" : "declined" : fault.label();
                })
                .toList();
    }

    private String observed(String number) {
        try {
            int status =
                    merchant.order(merchant.order(number, 1500, inbox.url())).statusCode();
            return switch (status) {
                case 429 -> "frequency_limited";
                case 500 -> "system_error_before";
                default -> merchant.told("/orders/" + number).at("/outcome").asString();
            };
        } catch (IOException dropped) {
            return "drop_connection";
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 2026})
    void whatIsObservedIsWhatTheSeedForetells(long seed) {
        Scenario scenario = ScenarioReader.read(LINES).withSeed(seed);
        play(scenario);
        var observed = IntStream.range(0, ORDERS)
                .mapToObj(n -> observed("scenario-" + seed + "-" + n))
                .toList();
        assertThat(observed).isEqualTo(foretold(scenario));
        assertThat(told).hasSize(4);
    }

    @Test
    void playedAgainItIsTheSameAgain() {
        Scenario scenario = ScenarioReader.read(LINES);
        for (String round : List.of("first", "second")) {
            play(scenario);
            assertThat(IntStream.range(0, ORDERS)
                            .mapToObj(n -> observed(round + "-" + n))
                            .toList())
                    .isEqualTo(foretold(scenario));
        }
    }
}
