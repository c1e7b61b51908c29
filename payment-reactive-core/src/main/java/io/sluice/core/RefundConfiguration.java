package io.sluice.core;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.Payments;
import io.sluice.core.refund.RefundChannels;
import io.sluice.core.refund.RefundConclusions;
import io.sluice.core.refund.RefundPipeline;
import io.sluice.core.refund.RefundStore;
import io.sluice.core.refund.Reservations;
import io.sluice.core.refund.Turns;
import io.sluice.core.refund.r2dbc.R2dbcRefunds;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Refunds: the store, and the pipeline to the channels. */
@Configuration(proxyBeanMethods = false)
class RefundConfiguration {

    @Bean
    R2dbcRefunds refundStore(PostgresqlConnectionFactory writes, ConnectionPool readers, MeterRegistry meters) {
        return new R2dbcRefunds(
                writes, readers, GatheringOptions.named("refunds").withLanes(1), meters);
    }

    @Bean
    Turns<PaymentId> refundTurns() {
        return new Turns<>();
    }

    @Bean
    RefundConclusions refundConclusions(
            RefundStore refunds, Payments payments, Turns<PaymentId> refundTurns, Clock clock) {
        return new RefundConclusions(refunds, payments, refundTurns, clock);
    }

    @Bean
    RefundChannels refundChannels(Merchants merchants, Channels channels) {
        return new RefundChannels(merchants, channels);
    }

    @Bean
    Reservations reservations(RefundStore refunds, Payments payments, Turns<PaymentId> refundTurns, Clock clock) {
        return new Reservations(refunds, payments, refundTurns, clock);
    }

    @Bean
    RefundPipeline refundPipeline(
            Reservations reservations,
            RefundConclusions conclusions,
            RefundChannels channels,
            Detached detached,
            Clock clock) {
        return new RefundPipeline(reservations, conclusions, channels, detached, clock);
    }
}
