package io.sluice.compare.overload.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.compare.load.ProbeAnswer;
import io.sluice.compare.report.model.Spread;
import io.sluice.sandbox.load.LoadPhase;
import io.sluice.sandbox.place.SandboxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbedTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<LoadPhase> PHASES = List.of(
            new LoadPhase("calm", BEGIN, BEGIN.plusSeconds(10)),
            new LoadPhase("crowded", BEGIN.plusSeconds(10), BEGIN.plusSeconds(20)));

    @Test
    void aPhaseHasWhatWasDueInItAndEachKindItsOwnPercentile() {
        List<ProbeAnswer> answers = new ArrayList<>();
        IntStream.rangeClosed(1, 200).forEach(i -> answers.add(answer(40L * i, 201, i)));
        IntStream.rangeClosed(1, 100).forEach(i -> answers.add(answer(10_000 + i, 503, i / 10.0)));
        answers.add(answer(12_000, 202, 700));
        answers.add(answer(20_000, 201, 9_000));
        var probed = new Probed(PHASES, answers);
        assertThat(probed.grantedP99("calm")).isEqualTo(198);
        assertThat(probed.refusedP99("calm")).isZero();
        assertThat(probed.grantedP99("crowded")).isEqualTo(700);
        assertThat(probed.refusedP99("crowded")).isEqualTo(9.9);
        assertThat(probed.notes())
                .containsExactly(
                        "calm: 200 granted (p50 100 ms, p99 198 ms), 0 refused (p50 0.0 ms, p99 0.0 ms)",
                        "crowded: 1 granted (p50 700 ms, p99 700 ms), 100 refused (p50 5.0 ms, p99 9.9 ms)");
    }

    @Test
    void phasesThatAlternateAreComparedTurnByTurn() {
        List<LoadPhase> turns = new ArrayList<>();
        List<ProbeAnswer> answers = new ArrayList<>();
        double[] took = {100, 110, 100, 900, 400, 200};
        for (int i = 0; i < took.length; i++) {
            Instant from = BEGIN.plusSeconds(i);
            turns.add(new LoadPhase(i % 2 == 0 ? "calm" : "crowded", from, from.plusSeconds(1)));
            answers.add(new ProbeAnswer(from, 201, took[i]));
        }
        assertThat(new Probed(turns, answers).grantedP99Ratio("crowded", "calm"))
                .isEqualTo(new Spread(0.5, 1.1, 9));
    }

    @Test
    void anAnswerThatIsNeitherIsAnErrorOnlyWithinItsPhases() {
        ProbeAnswer calm = answer(1, 201, 1);
        ProbeAnswer crowded = answer(10_001, 429, 1);
        assertThat(new Probed(PHASES, List.of(calm, crowded, answer(30_000, 0, 0))).isWithoutError())
                .isTrue();
        assertThat(new Probed(PHASES, List.of(calm, crowded, answer(5_000, 500, 1))).isWithoutError())
                .isFalse();
    }

    @Test
    void aPhaseOfWhichNothingIsKnownIsNoPhaseInWhichAllWasWell() {
        var probed = new Probed(PHASES, List.of(answer(1, 201, 1)));
        assertThatThrownBy(() -> probed.refusedP99("crowded"))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("crowded");
        assertThatThrownBy(() -> probed.grantedP99("lonely"))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("lonely");
    }

    private static ProbeAnswer answer(long dueMs, int status, double tookMs) {
        return new ProbeAnswer(BEGIN.plusMillis(dueMs), status, tookMs);
    }
}
