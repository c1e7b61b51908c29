package io.sluice.core;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.modification.GiveBacks;
import io.sluice.core.modification.ModificationChannels;
import io.sluice.core.modification.ModificationConclusions;
import io.sluice.core.modification.ModificationPipeline;
import io.sluice.core.modification.Modifications;
import io.sluice.core.modification.Reservations;
import io.sluice.core.modification.Turns;
import io.sluice.core.modification.r2dbc.R2dbcModifications;
import io.sluice.core.payment.DecisionRecords;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.r2dbc.R2dbcDecisionRecords;
import io.sluice.core.settlement.Settlements;
import io.sluice.core.settlement.r2dbc.R2dbcSettlements;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Captures, voids and refunds: the store, and the pipeline to the channels. */
@Configuration(proxyBeanMethods = false)
class ModificationConfiguration {

    @Bean
    R2dbcModifications modificationStore(
            PostgresqlConnectionFactory writes, ConnectionPool readers, MeterRegistry meters) {
        return new R2dbcModifications(writes, readers, GatheringOptions.named("modifications"), meters);
    }

    @Bean
    Turns<PaymentId> modificationTurns() {
        return new Turns<>();
    }

    @Bean
    ModificationConclusions modificationConclusions(
            Modifications modifications, Payments payments, Turns<PaymentId> modificationTurns, Clock clock) {
        return new ModificationConclusions(modifications, payments, modificationTurns, clock);
    }

    @Bean
    ModificationChannels modificationChannels(Merchants merchants, Channels channels) {
        return new ModificationChannels(merchants, channels);
    }

    @Bean
    Reservations reservations(
            Modifications modifications,
            Payments payments,
            ModificationChannels channels,
            Turns<PaymentId> modificationTurns,
            Clock clock) {
        return new Reservations(modifications, payments, channels, modificationTurns, clock);
    }

    @Bean
    ModificationPipeline modificationPipeline(
            Reservations reservations,
            ModificationConclusions conclusions,
            ModificationChannels channels,
            Detached detached,
            Clock clock) {
        return new ModificationPipeline(reservations, conclusions, channels, detached, clock);
    }

    @Bean
    DecisionRecords decisionRecords(ConnectionPool readers) {
        return new R2dbcDecisionRecords(readers);
    }

    @Bean
    Settlements settlements(ConnectionPool readers) {
        return new R2dbcSettlements(readers);
    }

    @Bean
    GiveBacks giveBacks(Payments payments, ModificationPipeline pipeline, ModificationChannels channels, Clock clock) {
        return new GiveBacks(payments, pipeline, channels, clock);
    }
}
