package io.sluice.sandbox.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FaultTest {
    @Test
    void everyPartIsKilledAndEveryLinkHarmedInFourWays() {
        assertThat(Fault.all())
                .hasSize(8 + 4 * 4)
                .extracting(Fault::name)
                .doesNotHaveDuplicates()
                .contains("kill-edge", "kill-all", "cut-postgres", "delay-redis", "half-open-kafka", "cut-channel");
    }

    @Test
    void whoMistypesIsToldWhatThereIs() {
        assertThatThrownBy(() -> Fault.named("half-open-mysql"))
                .hasMessageContaining("there is no fault 'half-open-mysql'")
                .hasMessageContaining("half-open-postgres");
    }
}
