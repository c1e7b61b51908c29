package io.sluice.perf.call;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.sluice.perf.judge.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Phases one after another, each with a name of its own in the report. Users come at their times, whoever is still there. */
public final class Timeline {
    private final List<PopulationBuilder> populations = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private volatile Instant began = Instant.EPOCH;

    /**
     * One that was named, since the beginning.
     *
     * @param to the first moment after it
     */
    private record Phase(String name, Duration from, Duration to) {}

    /** A compiler and its caches get warm: up to that many users a second. */
    public Timeline warmUp(double perSecond, ChainBuilder chain) {
        Duration lasts = Settings.warmUp();
        populations.add(scenario("warm up")
                .exec(chain)
                .injectOpen(rampUsersPerSec(1).to(Math.max(1, perSecond)).during(lasts)));
        now = now.plus(lasts);
        return this;
    }

    /** So many users a second, then the next phase. */
    public Timeline then(String name, double perSecond, Duration lasts, ChainBuilder chain) {
        beside(name, perSecond, lasts, chain);
        phases.add(new Phase(name, now, now.plus(lasts)));
        now = now.plus(lasts);
        return this;
    }

    /** So many users a second from now on, beside the phase that is named next. */
    public Timeline beside(String name, double perSecond, Duration lasts, ChainBuilder chain) {
        populations.add(scenario(name + " from " + now.toMillis() + " ms")
                .exec(chain)
                .injectOpen(nothingFor(now), constantUsersPerSec(perSecond).during(lasts)));
        return this;
    }

    /** When the next phase begins, since the beginning. */
    public Duration now() {
        return now;
    }

    /** The first user comes now. */
    public void begin() {
        began = Instant.now();
    }

    /** Tells when each phase was, for who looked on from elsewhere. */
    public Findings tell(Findings findings) {
        phases.forEach(phase -> findings.phase(phase.name(), began.plus(phase.from()), began.plus(phase.to())));
        return findings;
    }

    public List<PopulationBuilder> populations() {
        return List.copyOf(populations);
    }
}
