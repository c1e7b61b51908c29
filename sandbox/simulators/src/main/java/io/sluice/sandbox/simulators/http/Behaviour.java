package io.sluice.sandbox.simulators.http;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.model.MagicAmounts;
import io.sluice.sandbox.simulators.model.Playable;
import io.sluice.sandbox.simulators.weather.Fields;
import io.sluice.sandbox.simulators.weather.Weather;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Chooses what an order meets with: what was set for its number, else the {@code outcome=NAME} in its texts, else what
 * its amount stands for, else the usual outcome, from which a drift of the success rate keeps some. Also the control
 * API's part about that.
 */
public final class Behaviour<O extends Playable> {
    private final O[] all;
    private final Function<String, Optional<O>> ofLabel;
    private final Map<String, O> byNumber = new ConcurrentHashMap<>();
    private final Map<Long, O> byAmount = new HashMap<>();
    private final Weather weather;
    private volatile O usual;
    private volatile Duration delay;

    /**
     * @param all every outcome
     * @param ofLabel finds one by what people type
     * @param weather may let the usual outcome happen less and less
     */
    public Behaviour(O[] all, Function<String, Optional<O>> ofLabel, O usual, Duration delay, Weather weather) {
        this.all = all;
        this.ofLabel = ofLabel;
        this.usual = usual;
        this.delay = delay;
        this.weather = weather;
        for (O outcome : all) {
            MagicAmounts.of(outcome).ifPresent(minor -> byAmount.put(minor, outcome));
        }
    }

    /** @param minor the amount in minor units of its currency */
    public O of(String number, long minor, @Nullable String... texts) {
        O set = byNumber.get(number);
        Optional<O> drifted = weather.insteadOfUsual().flatMap(ofLabel);
        return set != null
                ? set
                : marked(texts).or(() -> ofAmount(minor)).or(() -> drifted).orElse(usual);
    }

    private Optional<O> ofAmount(long minor) {
        return Optional.ofNullable(byAmount.get(minor));
    }

    private Optional<O> marked(@Nullable String... texts) {
        return Arrays.stream(texts)
                .flatMap(text -> Playable.markedIn(text).flatMap(ofLabel).stream())
                .findFirst();
    }

    /** @throws Fields.Wrong when there is no such outcome here, with all there are */
    void mustPlay(String place, String label) {
        if (ofLabel.apply(label).isEmpty()) {
            String known = Stream.of(all).map(Playable::label).collect(Collectors.joining(", "));
            throw new Fields.Wrong(place, "must be one of " + known + ", not \"" + label + "\"");
        }
    }

    /** How long the payer takes. */
    public Duration delay() {
        return delay;
    }

    public Mono<Answer> outcomes(ControlRequest request) {
        var list = Json.MAPPER.createArrayNode();
        Stream.of(all).forEach(outcome -> {
            var one = list.addObject().put("name", outcome.label()).put("description", outcome.description());
            MagicAmounts.of(outcome).ifPresent(minor -> one.put("amount_minor", minor));
        });
        return Mono.just(Answer.ok(list));
    }

    public Mono<Answer> see(ControlRequest request) {
        return Mono.just(Answer.ok(
                Json.MAPPER.createObjectNode().put("outcome", usual.label()).put("delay_ms", delay.toMillis())));
    }

    /**
     * {@code {"outcome": NAME, "delay_ms": N}}, either of them. For one number only the outcome, whether its order is
     * already there or not; an order keeps what it began with.
     */
    public Mono<Answer> set(ControlRequest request) {
        JsonNode label = request.body().path("outcome");
        if (label.isString()) {
            Optional<O> chosen = ofLabel.apply(label.stringValue());
            if (chosen.isEmpty()) {
                return Mono.just(Answer.problem(400, "PARAM_ERROR", "There is no such outcome, see /_sim/outcomes"));
            }
            choose(request.number(), chosen.get());
        }
        JsonNode pause = request.body().path("delay_ms");
        if (pause.isIntegralNumber()) {
            delay = Duration.ofMillis(pause.longValue());
        }
        return see(request);
    }

    private void choose(String number, O outcome) {
        if (number.isEmpty()) {
            usual = outcome;
        } else {
            byNumber.put(number, outcome);
        }
    }
}
