package io.sluice.perf.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void toldApartAndCountedToTheMillisecond() {
        var tally = new Tally();
        IntStream.rangeClosed(1, 1000).forEach(tally::grant);
        tally.refuse(3);

        assertThat(tally.granted()).isEqualTo(1000);
        assertThat(tally.grantedP99()).isEqualTo(990);
        assertThat(tally.refused()).isEqualTo(1);
        assertThat(tally.refusedP99()).isEqualTo(3);
        assertThat(tally).hasToString("1000 granted (p50 500 ms, p99 990 ms), 1 refused (p99 3 ms)");
    }

    @Test
    void whatIsGrantedTooLateIsNoGoodput() {
        var tally = new Tally();
        tally.grant(1000);
        tally.grant(1001);

        assertThat(tally.good()).isEqualTo(1);
        assertThat(tally.granted()).isEqualTo(2);
    }

    @Test
    void nothingTookNoTime() {
        assertThat(new Tally().grantedP99()).isZero();
    }
}
