package io.sluice.edge.overload;

import io.sluice.edge.overload.model.Refusal;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Schedulers;

/** Has the gate think about its limits ten times a second, and says once a second how many it kept out. */
@Component
final class GateClock implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GateClock.class);
    private static final int INTERVALS_A_LINE = 10;

    private final Gate gate;
    private final Disposable.Swap ticking = Disposables.swap();
    private volatile boolean running;

    // Only touched by the tick.
    private long refusedBefore;
    private int intervals;

    GateClock(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void start() {
        running = true;
        long millis = Gate.INTERVAL.toMillis();
        ticking.replace(Schedulers.parallel().schedulePeriodically(this::tick, millis, millis, TimeUnit.MILLISECONDS));
    }

    @Override
    public void stop() {
        running = false;
        ticking.replace(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void tick() {
        gate.nextInterval();
        intervals++;
        if (intervals == INTERVALS_A_LINE) {
            intervals = 0;
            tell();
        }
    }

    private void tell() {
        long refused = Arrays.stream(Refusal.values())
                .mapToLong(gate::refusedSinceStart)
                .sum();
        if (refused > refusedBefore) {
            log.atWarn()
                    .addKeyValue("refused", refused - refusedBefore)
                    .addKeyValue("working", gate.working())
                    .addKeyValue("open", gate.open())
                    .addKeyValue("limit", gate.limits().all())
                    .log("more is asked for than can be done; some requests are refused");
        }
        refusedBefore = refused;
    }
}
