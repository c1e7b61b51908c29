package io.sluice.core;

import io.sluice.core.event.EventRelay;
import io.sluice.core.event.r2dbc.EventPartitions;
import io.sluice.core.merchant.r2dbc.R2dbcMerchants;
import io.sluice.core.modification.r2dbc.R2dbcModifications;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.r2dbc.R2dbcPayments;
import io.sluice.core.payout.r2dbc.R2dbcPayouts;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;

/**
 * Starts what works by itself once the schema is there, and stops it after the web server: accepted payments are
 * finished first, then the relay gives its turn back.
 */
final class CoreLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CoreLifecycle.class);
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(20);
    private static final Duration READY_WITHIN = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final R2dbcMerchants merchants;
    private final EventPartitions partitions;
    private final EventRelay relay;
    private final R2dbcPayments payments;
    private final R2dbcModifications modifications;
    private final R2dbcPayouts payouts;
    private final Detached detached;
    private volatile boolean running;

    CoreLifecycle(
            R2dbcMerchants merchants,
            EventPartitions partitions,
            EventRelay relay,
            R2dbcPayments payments,
            R2dbcModifications modifications,
            R2dbcPayouts payouts,
            Detached detached) {
        this.merchants = merchants;
        this.partitions = partitions;
        this.relay = relay;
        this.payments = payments;
        this.modifications = modifications;
        this.payouts = payouts;
        this.detached = detached;
    }

    @Override
    public void start() {
        merchants.start();
        partitions.start();
        relay.start();
        payments.ready()
                .then(modifications.ready())
                .then(payouts.ready())
                .timeout(READY_WITHIN)
                .onErrorComplete()
                .block();
        running = true;
    }

    @Override
    public void stop(Runnable callback) {
        Flux.interval(Duration.ZERO, LOOK_EVERY)
                .takeUntil(tick -> detached.inFlight() == 0)
                .then()
                .timeout(FINISH_WITHIN)
                .onErrorComplete()
                .then(payments.close().timeout(FINISH_WITHIN).onErrorComplete())
                .then(modifications.close().timeout(FINISH_WITHIN).onErrorComplete())
                .then(payouts.close().timeout(FINISH_WITHIN).onErrorComplete())
                .then(relay.stop().timeout(FINISH_WITHIN).onErrorComplete())
                .doFinally(signal -> {
                    partitions.stop();
                    running = false;
                    log.info("stopped with {} payments under way", detached.inFlight());
                    callback.run();
                })
                .subscribe();
    }

    @Override
    public void stop() {
        throw new UnsupportedOperationException("stopped with a callback");
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
