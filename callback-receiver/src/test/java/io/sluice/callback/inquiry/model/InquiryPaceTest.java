package io.sluice.callback.inquiry.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.callback.inquiry.model.InquiryPace.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InquiryPaceTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final int RATE = 20;

    @Test
    void aSecondsWorthIsAskedAtOnceAndTheRestComesInLine() {
        InquiryPace pace = InquiryPace.IDLE;
        List<Instant> later = new ArrayList<>();
        int asked = 0;
        for (int i = 0; i < 5 * RATE; i++) {
            Turn turn = pace.turn(NOW, RATE);
            pace = turn.pace();
            switch (turn) {
                case Turn.Now _ -> asked++;
                case Turn.Later(InquiryPace _, Instant at) -> later.add(at);
            }
        }

        assertThat(asked).isEqualTo(RATE);
        assertThat(later).hasSize(4 * RATE).isSorted().doesNotHaveDuplicates();
        assertThat(later.getFirst()).isAfter(NOW.plusSeconds(1));
        assertThat(later.getLast()).isEqualTo(NOW.plusSeconds(5));
    }

    /** Whatever comes when: no second sees more than what was saved up and what it brings. */
    @Test
    void noWindowIsEverAskedFaster() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        InquiryPace pace = InquiryPace.IDLE;
        Instant now = NOW;
        List<Instant> asked = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            now = now.plusMillis(random.nextInt(random.nextInt(50) == 0 ? 2_000 : 40));
            Turn turn = pace.turn(now, RATE);
            pace = turn.pace();
            if (turn instanceof Turn.Now) {
                asked.add(now);
            }
        }
        for (int i = 2 * RATE; i < asked.size(); i++) {
            assertThat(Duration.between(asked.get(i - 2 * RATE), asked.get(i)))
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }
}
