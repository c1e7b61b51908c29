package io.sluice.callback.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The loops that ask. */
@Configuration(proxyBeanMethods = false)
class InquiryConfiguration {

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
    AgreementLoop agreementLoop(AgreementFollowUps followUps) {
        return new AgreementLoop(followUps);
    }
}
