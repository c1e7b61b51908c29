package io.sluice.sandbox.simulators.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sandbox.simulators.weather.model.CallbackWeather;
import io.sluice.sandbox.simulators.weather.model.Conditions;
import io.sluice.sandbox.simulators.weather.model.Drift;
import io.sluice.sandbox.simulators.weather.model.Fate;
import io.sluice.sandbox.simulators.weather.model.Fault;
import io.sluice.sandbox.simulators.weather.model.Latency;
import io.sluice.sandbox.simulators.weather.model.Rates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final int MANY = 10_000;
    private static final Conditions STORMY = Conditions.CALM
            .with(new Latency.Uniform(Duration.ZERO, Duration.ofSeconds(1)))
            .with(new Rates(Map.of(Fault.GARBAGE, 0.1, Fault.LOST_ANSWER, 0.2)));

    private static List<Fate> requests(long seed) {
        var forecast = new Forecast(seed);
        return IntStream.range(0, MANY).mapToObj(n -> forecast.request(STORMY)).toList();
    }

    @Test
    void theSameSeedForetellsTheSame() {
        assertThat(requests(7)).isEqualTo(requests(7)).isNotEqualTo(requests(8));
    }

    @Test
    void ordersAndCallbacksDoNotDisturbRequests() {
        var forecast = new Forecast(7);
        var disturbed = IntStream.range(0, MANY)
                .mapToObj(n -> {
                    forecast.succeeds(0.5);
                    forecast.callback(CallbackWeather.NONE);
                    return forecast.request(STORMY);
                })
                .toList();
        assertThat(disturbed).isEqualTo(requests(7));
    }

    @Test
    void whatIsSetDoesNotShiftTheDraws() {
        var calmFirst = new Forecast(7);
        calmFirst.request(Conditions.CALM);
        assertThat(calmFirst.request(STORMY)).isEqualTo(requests(7).get(1));
    }

    @Test
    void eachFaultHasItsShare() {
        var fates = requests(7);
        assertThat(fates.stream().filter(fate -> fate.fault() == Fault.GARBAGE).count())
                .isBetween(900L, 1100L);
        assertThat(fates.stream()
                        .filter(fate -> fate.fault() == Fault.LOST_ANSWER)
                        .count())
                .isBetween(1850L, 2150L);
        assertThat(fates.stream().filter(fate -> fate.fault() == null).count()).isBetween(6800L, 7200L);
    }

    @Test
    void sharesOfMoreThanAllAreRefused() {
        assertThatThrownBy(() -> new Rates(Map.of(Fault.GARBAGE, 0.6, Fault.PARTIAL, 0.6)))
                .hasMessageContaining("at most 1");
    }

    @Test
    void aDriftSinksInAStraightLineAndStays() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        var drift = new Drift(0.6, Duration.ofSeconds(100), "declined", noon);
        assertThat(drift.rateAt(noon)).isEqualTo(1);
        assertThat(drift.rateAt(noon.plusSeconds(50))).isEqualTo(0.8);
        assertThat(drift.rateAt(noon.plusSeconds(100))).isEqualTo(0.6);
        assertThat(drift.rateAt(noon.plusSeconds(1000))).isEqualTo(0.6);
    }
}
