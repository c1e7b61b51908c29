package io.sluice.core;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.core.agreement.Agreements;
import io.sluice.core.card.Cards;
import io.sluice.core.card.r2dbc.R2dbcCards;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.loop.Haste;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.payment.Cancellations;
import io.sluice.core.payment.Conclusions;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.LateConclusions;
import io.sluice.core.payment.PaymentPipeline;
import io.sluice.core.payment.PaymentSteps;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.r2dbc.R2dbcPayments;
import io.sluice.core.secret.Vault;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Payments: the store, the channels and the pipeline between them. */
@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

    /** A payment waits for it twice at the most, which is little beside a channel; docs/adr/008-gathered-writes.md. */
    private static final Duration REST = Duration.ofMillis(5);

    /** More wait for each other's locks, pages and log. */
    private static final int MOST_LANES = 4;

    /** Ticks in microseconds, which is what PostgreSQL keeps, so that a value is the same before and after it. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Bean
    R2dbcPayments payments(
            PostgresqlConnectionFactory writes,
            ConnectionPool readers,
            MeterRegistry meters,
            ObjectProvider<Haste> haste) {
        GatheringOptions gathering = GatheringOptions.named("payments")
                .withLanes(lanes())
                .withRest(REST)
                .withHaste(haste.getIfAvailable(() -> Haste.NONE));
        return new R2dbcPayments(writes, readers, gathering, meters);
    }

    /** PostgreSQL has about as many cores as this process: two lanes on two of them only make smaller batches. */
    private static int lanes() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_LANES);
    }

    @Bean
    Channels channels(
            Clock clock,
            @Value("${sluice.callback-base-url}") String callbackBaseUrl,
            @Value("${sluice.channel.deadline}") Duration deadline,
            @Value("${sluice.channel.calls-per-second}") int callsPerSecond,
            MeterRegistry meters,
            ObjectProvider<Tracer> tracer,
            LateConclusions late,
            Cards cards) {
        ChannelEnvironment environment = new ChannelEnvironment(clock, callbackBaseUrl, deadline, late);
        return new Channels(
                Channels.installed(),
                environment,
                meters,
                tracer.getIfAvailable(() -> Tracer.NOOP),
                callsPerSecond,
                cards);
    }

    @Bean
    Cards cards(ConnectionPool readers, Vault vault) {
        return new R2dbcCards(readers, vault);
    }

    @Bean
    LateConclusions lateConclusions(Merchants merchants, Payments payments, Conclusions conclusions) {
        return new LateConclusions(merchants, payments, conclusions);
    }

    @Bean
    Detached detached() {
        return new Detached();
    }

    @Bean
    Conclusions conclusions(Payments payments, Clock clock) {
        return new Conclusions(payments, clock);
    }

    @Bean
    PaymentPipeline paymentPipeline(
            Payments payments,
            Channels channels,
            Agreements agreements,
            Conclusions conclusions,
            Detached detached,
            Clock clock,
            MeterRegistry meters) {
        return new PaymentPipeline(
                payments, channels, agreements, conclusions, detached, new PaymentSteps(meters), clock);
    }

    @Bean
    Cancellations cancellations(
            Payments payments,
            Merchants merchants,
            Channels channels,
            Conclusions conclusions,
            Detached detached,
            Clock clock) {
        return new Cancellations(payments, merchants, channels, conclusions, detached, clock);
    }
}
