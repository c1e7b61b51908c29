package io.sluice.core;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.payment.Detached;
import io.sluice.core.payout.PayoutChannels;
import io.sluice.core.payout.PayoutConclusions;
import io.sluice.core.payout.PayoutDecisions;
import io.sluice.core.payout.PayoutPipeline;
import io.sluice.core.payout.Payouts;
import io.sluice.core.payout.r2dbc.R2dbcPayoutDecisions;
import io.sluice.core.payout.r2dbc.R2dbcPayouts;
import io.sluice.core.secret.Vault;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Payouts: the store, and the pipeline to the channels. */
@Configuration(proxyBeanMethods = false)
class PayoutConfiguration {

    @Bean
    R2dbcPayouts payoutStore(
            PostgresqlConnectionFactory writes, ConnectionPool readers, Vault vault, MeterRegistry meters) {
        return new R2dbcPayouts(writes, readers, vault, R2dbcPayouts.gathering("payouts"), meters);
    }

    @Bean
    PayoutDecisions payoutDecisions(ConnectionPool readers) {
        return new R2dbcPayoutDecisions(readers);
    }

    @Bean
    PayoutConclusions payoutConclusions(Payouts payouts, Clock clock) {
        return new PayoutConclusions(payouts, clock);
    }

    @Bean
    PayoutChannels payoutChannels(Merchants merchants, Channels channels, Payouts payouts) {
        return new PayoutChannels(merchants, channels, payouts);
    }

    @Bean
    PayoutPipeline payoutPipeline(
            Payouts payouts, PayoutConclusions conclusions, PayoutChannels channels, Detached detached, Clock clock) {
        return new PayoutPipeline(payouts, conclusions, channels, detached, clock);
    }
}
