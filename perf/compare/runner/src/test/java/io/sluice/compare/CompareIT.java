package io.sluice.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.compare.contestant.Variant;
import io.sluice.compare.report.GoalTable;
import io.sluice.compare.report.JsonReport;
import io.sluice.compare.report.Machine;
import io.sluice.compare.report.Table;
import io.sluice.compare.report.model.Goal;
import io.sluice.compare.report.model.Goals;
import io.sluice.compare.report.model.Load;
import io.sluice.compare.report.model.Measured;
import io.sluice.compare.report.model.Ratio;
import io.sluice.compare.report.model.Rounds;
import io.sluice.compare.report.model.Side;
import io.sluice.sandbox.place.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of contestant takes each load and is measured; what the figures are is for a quiet machine to say. */
@EnabledOnOs(OS.LINUX)
class CompareIT {
    private static final List<Variant> CONTESTANTS = List.of(Variant.SLUICE, Variant.MVC, Variant.FLOOR);
    private static final List<Ratio> RATIOS =
            List.of(Ratio.PAYMENTS_PER_S, Ratio.CPU_PER_PAYMENT, Ratio.TAIL, Ratio.PG_FLOOR, Ratio.CALLBACKS_PER_S);
    private static final int CALLBACKS = 100;
    private static final int STREAMS = 20;

    private static Measured measured = new Measured(new Rounds(List.of()), 0, 0, List.of(), Optional.empty());

    @BeforeAll
    static void run() throws InterruptedException {
        System.setProperty(
                "sluice.home", Path.of("../../..").toAbsolutePath().normalize().toString());
        measured = Comparison.run(new Plan(
                CONTESTANTS,
                EnumSet.allOf(Load.class),
                1,
                200,
                300,
                32,
                50,
                1,
                CALLBACKS,
                STREAMS,
                Duration.ofSeconds(1)));
    }

    @Test
    void everyContestantTakesEveryPayment() {
        Rounds rounds = measured.rounds();

        assertThat(rounds.all()).allSatisfy(round -> {
            assertThat(round.failed()).isZero();
            assertThat(round.payments()).isPositive();
        });
        assertThat(rounds.contestants(Load.SATURATED)).containsExactlyInAnyOrder("sluice", "mvc", "floor");
        // The floor has no channel, and so nothing to wait for.
        assertThat(rounds.contestants(Load.STEADY)).containsExactlyInAnyOrder("sluice", "mvc");
        assertThat(rounds.contestants(Load.BUSY)).containsExactlyInAnyOrder("sluice", "mvc");
        assertThat(rounds.contestants(Load.STREAMS)).containsExactlyInAnyOrder(Side.ALONE, Side.FOLLOWED);
    }

    @Test
    void everyCallbackConcludesAPayment() {
        Rounds rounds = measured.rounds();

        assertThat(rounds.of(Load.CALLBACKS, Side.CREATING)).allMatch(round -> round.payments() == CALLBACKS);
        assertThat(rounds.of(Load.CALLBACKS, Side.CONCLUDING))
                .hasSize(1)
                .allMatch(round -> round.payments() == CALLBACKS);
    }

    @Test
    void everyProcessOfAPaymentCostsSomething() {
        assertThat(measured.rounds().all())
                .allSatisfy(round ->
                        assertThat(round.cpuMs()).containsKeys("service", "PostgreSQL", "Kafka", "stub channel"));
    }

    @Test
    void allButTheProductIsHeldAgainstItsGoal() {
        assertThat(Goals.of(measured))
                .filteredOn(goal -> !goal.isMeasured())
                .extracting(Goal::what)
                .singleElement()
                .asString()
                .contains("product");
    }

    @Test
    void theRatiosAreSaid(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("figures.json");
        JsonReport.write(file, measured, Machine.here());
        var document = Json.read(Files.readString(file));

        for (Ratio ratio : RATIOS) {
            assertThat(document.path(ratio.key()).isNumber()).as(ratio.key()).isTrue();
        }
        assertThat(document.path("rounds")).hasSize(measured.rounds().all().size());
        assertThat(document.path("goals")).hasSize(Goals.of(measured).size());
    }

    @Test
    void theTablesNameEveryContestantAndEveryGoal() {
        List<String> names = CONTESTANTS.stream().map(Variant::label).toList();

        assertThat(new Table(measured.rounds(), names).text()).contains(names);
        assertThat(GoalTable.of(measured))
                .contains(Goals.of(measured).stream().map(Goal::what).toList());
    }
}
