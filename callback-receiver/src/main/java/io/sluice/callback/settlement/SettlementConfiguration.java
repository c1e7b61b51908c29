package io.sluice.callback.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.callback.RoundLoop;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.settlement.BatchSettler;
import io.sluice.core.settlement.Settlements;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The loop that looks for days that are over and for settlements that are due. */
@Configuration(proxyBeanMethods = false)
class SettlementConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    RoundLoop settlementLoop(
            Settlements settlements,
            Merchants merchants,
            Channels channels,
            Clock clock,
            MeterRegistry meters,
            @Value("${sluice.settlement.after}") Duration after) {
        if (after.isNegative() || after.compareTo(Duration.ofDays(1)) >= 0) {
            throw new IllegalArgumentException(
                    "SLUICE_SETTLEMENT_AFTER must be less than a day and not negative, such as PT30M, not " + after);
        }
        var settler = new BatchSettler(settlements, merchants, channels, clock, after, meters);
        return new RoundLoop("days to settle", PAUSE, settler::round);
    }
}
