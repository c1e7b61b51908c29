package io.sluice.callback.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.payment.Conclusions;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.Payments;
import io.sluice.core.refund.RefundChannels;
import io.sluice.core.refund.RefundConclusions;
import io.sluice.core.refund.RefundStore;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The loop that asks. */
@Configuration(proxyBeanMethods = false)
class InquiryConfiguration {

    @Bean
    RefundLoop refundLoop(
            RefundStore refunds,
            Payments payments,
            RefundConclusions conclusions,
            RefundChannels channels,
            Detached detached,
            Clock clock,
            MeterRegistry meters) {
        var followUps = new RefundFollowUps(
                refunds,
                payments,
                conclusions,
                channels,
                clock,
                () -> ThreadLocalRandom.current().nextDouble());
        return new RefundLoop(refunds, followUps, detached, clock, meters);
    }

    @Bean
    InquiryLoop inquiryLoop(
            Payments payments,
            Merchants merchants,
            Channels channels,
            Conclusions conclusions,
            Detached detached,
            Clock clock,
            MeterRegistry meters,
            @Value("${sluice.inquiry.per-second}") int perSecond) {
        return InquiryLoop.over(payments, merchants, channels, conclusions, detached, clock, perSecond, meters);
    }
}
