package io.sluice.callback.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.payment.Conclusions;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.Payments;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The loop that asks. */
@Configuration(proxyBeanMethods = false)
class InquiryConfiguration {

    @Bean
    InquiryMeters inquiryMeters(MeterRegistry meters) {
        return new InquiryMeters(meters);
    }

    @Bean
    InquiryLoop inquiryLoop(
            Payments payments,
            Merchants merchants,
            Channels channels,
            Conclusions conclusions,
            Detached detached,
            Clock clock,
            InquiryMeters meters) {
        var followUps = new FollowUps(
                payments,
                merchants,
                channels,
                conclusions,
                clock,
                () -> ThreadLocalRandom.current().nextDouble(),
                meters);
        return new InquiryLoop(payments, new InquiryLanes(followUps, detached, clock, meters), clock);
    }
}
