package io.sluice.sandbox.simulators.bank.net;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.ControlRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import reactor.core.publisher.Mono;

/** What befalls messages at random, repeatably by seed: answers change their order, messages get lost; and outages. */
public final class Weather {
    private final InstantSource clock;
    private SplittableRandom dice = new SplittableRandom(0);
    private int leastMs;
    private int spreadMs;
    private int lostPermille;
    private Instant outageUntil = Instant.MIN;

    public Weather(InstantSource clock) {
        this.clock = clock;
    }

    /** What becomes of one message. */
    enum Fate {
        ARRIVES,
        /** It never reaches the host. */
        QUESTION_LOST,
        /** It is carried out, and the answer is lost. */
        ANSWER_LOST
    }

    synchronized Fate fate() {
        if (dice.nextInt(1000) >= lostPermille) {
            return Fate.ARRIVES;
        }
        return dice.nextBoolean() ? Fate.QUESTION_LOST : Fate.ANSWER_LOST;
    }

    /** How long this answer takes; by different times they overtake each other. */
    synchronized Duration delay() {
        return Duration.ofMillis(leastMs + (spreadMs == 0 ? 0 : dice.nextInt(spreadMs)));
    }

    synchronized boolean isOut() {
        return clock.instant().isBefore(outageUntil);
    }

    public synchronized Mono<Answer> see(ControlRequest request) {
        return Mono.just(Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("least_ms", leastMs)
                .put("spread_ms", spreadMs)
                .put("lost_permille", lostPermille)
                .put("out", isOut())));
    }

    /** {@code {"least_ms": N, "spread_ms": N, "lost_permille": N, "seed": N}}: any of them. */
    public synchronized Mono<Answer> set(ControlRequest request) {
        leastMs = request.body().path("least_ms").asInt(leastMs);
        spreadMs = request.body().path("spread_ms").asInt(spreadMs);
        lostPermille = request.body().path("lost_permille").asInt(lostPermille);
        if (request.body().has("seed")) {
            dice = new SplittableRandom(request.body().path("seed").asLong());
        }
        return see(request);
    }

    /** From now on every connection is cut, for that long. */
    public synchronized void outage(Duration length) {
        outageUntil = clock.instant().plus(length);
    }
}
