package io.sluice.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.compare.contestant.Variant;
import io.sluice.compare.report.JsonReport;
import io.sluice.compare.report.Machine;
import io.sluice.compare.report.Table;
import io.sluice.compare.report.model.Ratio;
import io.sluice.compare.report.model.Rounds;
import io.sluice.sandbox.place.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of contestant takes payments and is measured; what the figures are is for a quiet machine to say. */
@EnabledOnOs(OS.LINUX)
class CompareIT {
    private static final List<Variant> CONTESTANTS = List.of(Variant.SLUICE, Variant.MVC, Variant.FLOOR);
    private static final List<Ratio> RATIOS =
            List.of(Ratio.PAYMENTS_PER_S, Ratio.CPU_PER_PAYMENT, Ratio.TAIL, Ratio.PG_FLOOR);

    private static Rounds rounds = new Rounds(List.of());

    @BeforeAll
    static void run() throws InterruptedException {
        System.setProperty(
                "sluice.home", Path.of("../../..").toAbsolutePath().normalize().toString());
        rounds = Compare.run(new Plan(CONTESTANTS, 1, 200, 400, 32, 50, 1));
    }

    @Test
    void everyContestantTakesEveryPayment() {
        assertThat(rounds.all()).allSatisfy(round -> {
            assertThat(round.failed()).isZero();
            assertThat(round.payments()).isPositive();
        });
        // The floor in one way, all others in three.
        assertThat(rounds.all()).hasSize(1 + 3 * (CONTESTANTS.size() - 1));
    }

    @Test
    void everyProcessOfAPaymentCostsSomething() {
        assertThat(rounds.all())
                .allSatisfy(round ->
                        assertThat(round.cpuMs()).containsKeys("service", "PostgreSQL", "Kafka", "stub channel"));
    }

    @Test
    void theRatiosAreSaid(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("figures.json");
        JsonReport.write(file, rounds, Machine.here());
        var document = Json.read(Files.readString(file));

        for (Ratio ratio : RATIOS) {
            assertThat(document.path(ratio.key()).isNumber()).as(ratio.key()).isTrue();
        }
        assertThat(document.path("rounds")).hasSize(rounds.all().size());
    }

    @Test
    void theTableNamesEveryContestant() {
        List<String> names = CONTESTANTS.stream().map(Variant::label).toList();

        assertThat(new Table(rounds, names).text()).contains(names);
    }
}
