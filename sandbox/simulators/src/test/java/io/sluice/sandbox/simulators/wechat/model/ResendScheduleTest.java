package io.sluice.sandbox.simulators.wechat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sandbox.simulators.callback.model.ResendSchedule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResendScheduleTest {
    @Test
    void pausesAsTheRealOneDoesAndThenGivesUp() {
        var schedule = new ResendSchedule(CallbackPlan.RESEND_PAUSES, 1);
        Duration all = Duration.ZERO;
        for (int failed = 1; failed <= 15; failed++) {
            all = all.plus(schedule.pauseAfter(failed).orElseThrow());
        }
        assertThat(all).isEqualTo(Duration.parse("PT24H4M"));
        assertThat(schedule.pauseAfter(16)).isEmpty();
    }

    @Test
    void isScaled() {
        assertThat(new ResendSchedule(CallbackPlan.RESEND_PAUSES, 1000).pauseAfter(1))
                .contains(Duration.ofMillis(15));
        assertThatThrownBy(() -> new ResendSchedule(CallbackPlan.RESEND_PAUSES, 0))
                .hasMessageContaining("positive");
    }
}
