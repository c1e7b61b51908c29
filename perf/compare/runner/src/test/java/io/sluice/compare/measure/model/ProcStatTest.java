package io.sluice.compare.measure.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcStatTest {
    private static final String FIELDS =
            " S 1 42 42 0 -1 4194560 1000 2000 3 4 150 50 30 20 20 0 30 0 123456 1000000 500";

    @Test
    void countsUserAndSystemTime() {
        assertThat(ProcStat.parse("42 (java)" + FIELDS)).isEqualTo(new ProcStat(200, 50));
    }

    @Test
    void isNotMisledByTheName() {
        assertThat(ProcStat.parse("42 (a ) (b) 7 8)" + FIELDS)).isEqualTo(new ProcStat(200, 50));
    }
}
