package io.sluice.sandbox.simulators.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sandbox.simulators.Json;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WeatherReaderTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static WeatherChange read(String json) {
        return WeatherReader.read(new Fields("", Json.MAPPER.readTree(json)));
    }

    private static JsonNode seen(Weather weather) {
        return Json.MAPPER.readTree(WeatherView.of(weather.see()).toString());
    }

    @Test
    void whatIsSetIsSeenInTheSameWords() {
        var weather = new Weather(InstantSource.fixed(NOON));
        weather.change(read("""
                {"seed": 7, "latency": {"median_ms": 50, "p99_ms": 900}, "rates": {"garbage": 0.25},
                 "drift": {"to": 0.5, "over_s": 60}, "callbacks": {"duplicated": 0.5}, "outage": {"kind": "silent", "s": 3}}"""));
        assertThat(seen(weather)).isEqualTo(Json.MAPPER.readTree("""
                {"seed": 7, "latency": {"median_ms": 50, "p99_ms": 900}, "rates": {"garbage": 0.25},
                 "drift": {"to": 0.5, "over_s": 60.0, "outcome": "declined", "now": 1.0},
                 "callbacks": {"latency": {"fixed_ms": 0}, "late": 0.0, "late_by": {"fixed_ms": 30000},
                               "duplicated": 0.5, "reordered": 0.0},
                 "outage": {"kind": "silent", "left_s": 3.0}}"""));
    }

    @Test
    void whatIsNotNamedStaysAndCalmTakesAllBackButTheSeed() {
        var weather = new Weather(InstantSource.fixed(NOON));
        weather.change(read("""
                {"seed": 7, "latency": {"fixed_ms": 5}, "outage": {"kind": "cut", "s": 9}}"""));
        weather.change(read("{\"rates\": {\"partial\": 1}}"));
        assertThat(seen(weather).at("/latency/fixed_ms").asInt()).isEqualTo(5);
        weather.change(read("{\"calm\": true}"));
        var calm = seen(weather);
        assertThat(calm.path("seed").asInt()).isEqualTo(7);
        assertThat(calm.at("/latency/fixed_ms").asInt()).isZero();
        assertThat(calm.path("rates")).isEmpty();
        assertThat(calm.has("outage")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"latencies\":1} | 'latencies': is not known here; there are calm, seed, latency",
                "{\"latency\":5} | 'latency': must be an object with some of fixed_ms",
                "{\"latency\":{\"least_ms\":5}} | 'latency': must have fixed_ms, or least_ms and most_ms",
                "{\"latency\":{\"fixed_ms\":-1}} | 'latency.fixed_ms': must be a whole number from 0 to 600000, not -1",
                "{\"latency\":{\"least_ms\":5,\"most_ms\":1}} | 'latency': the most, 1 ms, must not be less than the least, 5",
                "{\"rates\":{\"garbage\":2}} | 'rates.garbage': must be a number from 0.0 to 1.0, not 2",
                "{\"rates\":{\"garbage\":0.7,\"partial\":0.7}} | 'rates': all rates together must be at most 1",
                "{\"drift\":{\"over_s\":9}} | 'drift.to': must be a number from 0.0 to 1.0; it is missing",
                "{\"outage\":{\"kind\":\"slow\",\"s\":1}} | 'outage.kind': must be one of refused, cut, silent, not \"slow\"",
                "{\"calm\":\"yes\"} | 'calm': must be true or false, not \"yes\""
            })
    void saysWhereItIsWrongAndWhatWouldBeRight(String json, String sentence) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(Fields.Wrong.class).hasMessageContaining(sentence);
    }
}
