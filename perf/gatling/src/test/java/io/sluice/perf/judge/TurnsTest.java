package io.sluice.perf.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns();

    @Test
    void whatPassesByInOneTurnDoesNotCount() {
        take(List.of(100, 100, 300), List.of(110, 900, 120));

        assertThat(turns.share()).isEqualTo(1.1);
    }

    @Test
    void whatHarmsInMostTurnsDoes() {
        take(List.of(100, 100, 100), List.of(90, 150, 160));

        assertThat(turns.share()).isEqualTo(1.5);
    }

    private void take(List<Integer> alone, List<Integer> beside) {
        for (int i = 0; i < Turns.COUNT; i++) {
            turns.all().get(i).alone().grant(alone.get(i));
            turns.all().get(i).beside().grant(beside.get(i));
        }
    }
}
