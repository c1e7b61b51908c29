package io.sluice.sandbox.simulators.wechat.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.callback.model.Plan.Step;
import io.sluice.sandbox.simulators.callback.model.Variant;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class CallbackPlanTest {
    @Test
    void staleCopiesStandBeforeAndAfterTheTruth() {
        assertThat(CallbackPlan.after(Outcome.OUT_OF_ORDER).steps())
                .isSortedAccordingTo(Comparator.comparing(Step::after))
                .extracting(Step::variant)
                .containsExactly(Variant.STALE, Variant.HONEST, Variant.STALE);
    }

    @Test
    void theProbeComesFirst() {
        assertThat(CallbackPlan.after(Outcome.PROBE).steps())
                .isSortedAccordingTo(Comparator.comparing(Step::after))
                .extracting(Step::variant)
                .containsExactly(Variant.PROBE, Variant.HONEST);
    }
}
