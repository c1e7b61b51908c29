package io.sluice.callback.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.callback.RoundLoop;
import io.sluice.core.agreement.AgreementFollowUps;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.modification.ModificationConclusions;
import io.sluice.core.modification.Modifications;
import io.sluice.core.payment.Conclusions;
import io.sluice.core.payment.DecisionRecords;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.Payments;
import io.sluice.core.payout.PayoutChannels;
import io.sluice.core.payout.PayoutConclusions;
import io.sluice.core.payout.Payouts;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The loops that ask. */
@Configuration(proxyBeanMethods = false)
class InquiryConfiguration {

    /** They are few, and the first look at one comes after seconds anyway. */
    private static final Duration BETWEEN_AGREEMENTS = Duration.ofSeconds(1);

    @Bean
    InquiryLoop payoutInquiryLoop(
            Payouts payouts,
            PayoutConclusions conclusions,
            PayoutChannels channels,
            Detached detached,
            Clock clock,
            MeterRegistry meters,
            @Value("${sluice.inquiry.per-second}") int perSecond) {
        return InquiryLoop.overPayouts(payouts, conclusions, channels, detached, clock, perSecond, meters);
    }

    @Bean
    InquiryLoop inquiryLoop(
            Payments payments,
            Merchants merchants,
            Channels channels,
            Conclusions conclusions,
            Modifications modifications,
            ModificationConclusions modificationConclusions,
            DecisionRecords records,
            Detached detached,
            Clock clock,
            MeterRegistry meters,
            @Value("${sluice.inquiry.per-second}") int perSecond) {
        return InquiryLoop.over(
                payments,
                merchants,
                channels,
                conclusions,
                modifications,
                modificationConclusions,
                records,
                detached,
                clock,
                perSecond,
                meters);
    }

    @Bean
    RoundLoop agreementLoop(AgreementFollowUps followUps) {
        return new RoundLoop("agreements that are due", BETWEEN_AGREEMENTS, followUps::look);
    }
}
