package io.sluice.core;

import io.r2dbc.pool.ConnectionPool;
import io.sluice.core.agreement.AgreementChannels;
import io.sluice.core.agreement.AgreementFollowUps;
import io.sluice.core.agreement.AgreementPipeline;
import io.sluice.core.agreement.AgreementRecords;
import io.sluice.core.agreement.Agreements;
import io.sluice.core.agreement.r2dbc.R2dbcAgreements;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.payment.Detached;
import io.sluice.core.secret.Vault;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Agreements: the store, and the pipeline to the channels. */
@Configuration(proxyBeanMethods = false)
class AgreementConfiguration {

    @Bean
    Agreements agreements(ConnectionPool readers, Vault vault) {
        return new R2dbcAgreements(readers, vault);
    }

    @Bean
    AgreementChannels agreementChannels(Merchants merchants, Channels channels) {
        return new AgreementChannels(merchants, channels);
    }

    @Bean
    AgreementRecords agreementRecords(Agreements agreements, AgreementChannels channels, Clock clock) {
        return new AgreementRecords(agreements, channels, clock);
    }

    @Bean
    AgreementPipeline agreementPipeline(
            Agreements agreements,
            AgreementChannels channels,
            AgreementRecords records,
            Detached detached,
            Clock clock) {
        return new AgreementPipeline(agreements, channels, records, detached, clock);
    }

    @Bean
    AgreementFollowUps agreementFollowUps(
            Agreements agreements, AgreementChannels channels, AgreementRecords records, Clock clock) {
        return new AgreementFollowUps(agreements, channels, records, clock);
    }
}
