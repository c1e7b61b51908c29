package io.sluice.core.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NettyDefaultsTest {

    @Test
    void hasALoopForEachCoreUnlessToldOtherwise() {
        assertThat(NettyDefaults.loops("")).isGreaterThanOrEqualTo(2);
        assertThat(NettyDefaults.loops("1")).isEqualTo(1);
        assertThat(NettyDefaults.loops("12")).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "half", "1.5", " 2"})
    void saysWhatANumberOfLoopsIs(String setting) {
        assertThatIllegalStateException()
                .isThrownBy(() -> NettyDefaults.loops(setting))
                .withMessage("SLUICE_EVENT_LOOPS must be a whole number from 1 to 9999, and is '" + setting + "'");
    }
}
