package io.sluice.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.compare.report.model.Load;
import io.sluice.compare.report.model.Round;
import io.sluice.compare.report.model.Rounds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final int WANTED = 2_500;

    @Test
    void theSteadyRateIsTheOneWantedWhereBothBearIt() {
        var rates = Rates.of(saturated(9_000, 4_000), WANTED).orElseThrow();

        assertThat(rates.steady()).isEqualTo(WANTED);
        assertThat(rates.busy()).isEqualTo(3_200);
    }

    @Test
    void theSteadyRateIsWhatTheSlowerOneBears() {
        var rates = Rates.of(saturated(9_000, 1_500), WANTED).orElseThrow();

        assertThat(rates.steady()).isEqualTo(1_200);
        assertThat(rates.busy()).isEqualTo(1_200);
        assertThat(rates.remark()).contains("1,200").contains("2,500/s would compare queues");
    }

    @Test
    void theSlowerOneMayBeSluice() {
        var rates = Rates.of(saturated(1_000, 4_000), WANTED).orElseThrow();

        assertThat(rates.steady()).isEqualTo(800);
        assertThat(rates.busy()).isEqualTo(3_200);
    }

    @Test
    void withoutTheBaselineThereIsNothingToGoBy() {
        assertThat(Rates.of(new Rounds(List.of(round("sluice", 9_000))), WANTED))
                .isEmpty();
    }

    private static Rounds saturated(double sluice, double mvc) {
        return new Rounds(List.of(round("sluice", sluice), round("mvc", mvc)));
    }

    private static Round round(String contestant, double perSecond) {
        return new Round(1, Load.SATURATED, contestant, 1, 0, perSecond, 1, 1, 1, Map.of(), 0, 0, 0, 0);
    }
}
