package io.sluice.callback.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.modification.ModificationConclusions;
import io.sluice.core.modification.Modifications;
import io.sluice.core.payment.Conclusions;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.Payments;
import io.sluice.core.payout.PayoutConclusions;
import io.sluice.core.payout.Payouts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way of a callback. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    CallbackIntake callbackIntake(
            Merchants merchants,
            Channels channels,
            Payments payments,
            Conclusions conclusions,
            Modifications modifications,
            ModificationConclusions modificationConclusions,
            Payouts payouts,
            PayoutConclusions payoutConclusions,
            CallbackRecords records,
            Detached detached,
            MeterRegistry meters) {
        return CallbackIntake.over(
                merchants,
                channels,
                payments,
                conclusions,
                modifications,
                modificationConclusions,
                PayoutIntake.over(payouts, payoutConclusions),
                records,
                detached,
                meters);
    }
}
