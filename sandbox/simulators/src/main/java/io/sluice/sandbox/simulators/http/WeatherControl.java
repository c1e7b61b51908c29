package io.sluice.sandbox.simulators.http;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.weather.Fields;
import io.sluice.sandbox.simulators.weather.Weather;
import io.sluice.sandbox.simulators.weather.WeatherChange;
import io.sluice.sandbox.simulators.weather.WeatherReader;
import io.sluice.sandbox.simulators.weather.WeatherView;
import io.sluice.sandbox.simulators.weather.model.Fault;
import java.util.Arrays;
import reactor.core.publisher.Mono;

/** The control API's part about what goes wrong: faults by count, and all the rest of the weather. */
record WeatherControl(Weather weather, Behaviour<?> behaviour) {

    Mono<Answer> see(ControlRequest request) {
        return Mono.just(Answer.ok(WeatherView.of(weather.see())));
    }

    /** What is named changes, what is not stays; {@link WeatherReader} says what there is. */
    Mono<Answer> set(ControlRequest request) {
        WeatherChange change = WeatherReader.read(new Fields("", request.body()));
        if (change.drift() != null) {
            behaviour.mustPlay("drift.outcome", change.drift().outcome());
        }
        weather.change(change);
        return see(request);
    }

    Mono<Answer> seeFaults(ControlRequest request) {
        var answer = Json.MAPPER.createObjectNode();
        for (Fault fault : Fault.values()) {
            answer.put(fault.label(), weather.faults().left(fault));
        }
        return Mono.just(Answer.ok(answer));
    }

    /** {@code {"drop_connection": TIMES, …}}; a negative TIMES strikes until it is set again. */
    Mono<Answer> setFaults(ControlRequest request) {
        var fields = new Fields("", request.body())
                .known(Arrays.stream(Fault.values()).map(Fault::label).toArray(String[]::new));
        for (Fault fault : Fault.values()) {
            if (fields.has(fault.label())) {
                weather.faults().set(fault, (int) fields.whole(fault.label(), -1, Integer.MAX_VALUE));
            }
        }
        return seeFaults(request);
    }
}
