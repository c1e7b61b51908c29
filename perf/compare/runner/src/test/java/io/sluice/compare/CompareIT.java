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

/** All contestants take payments and are measured; what the figures are is for a quiet machine to say. */
@EnabledOnOs(OS.LINUX)
class CompareIT {
    private static final int ROUNDS = 3;

    private static Rounds rounds = new Rounds(List.of());

    @BeforeAll
    static void run() throws InterruptedException {
        System.setProperty("sluice.home", Path.of("../../..").toAbsolutePath().normalize().toString());
        rounds = Compare.run(new Plan(List.of(Variant.values()), ROUNDS, 500, 500, 64, 100, 1));
    }

    @Test
    void everyContestantTakesEveryPayment() {
        assertThat(rounds.all()).allSatisfy(round -> {
            assertThat(round.failed()).isZero();
            assertThat(round.payments()).isPositive();
        });
        // The floor is loaded once a round, all others three times.
        assertThat(rounds.all()).hasSize(ROUNDS * (1 + 3 * (Variant.values().length - 1)));
    }

    @Test
    void everyProcessOfAPaymentCostsSomething() {
        assertThat(rounds.all())
                .allSatisfy(round -> assertThat(round.cpuMs()).containsKeys("service", "PostgreSQL", "Kafka", "stub channel"));
    }

    @Test
    void everyRatioIsSaid(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("figures.json");
        JsonReport.write(file, rounds, Machine.here());
        var document = Json.read(Files.readString(file));

        for (Ratio ratio : Ratio.values()) {
            assertThat(document.path(ratio.key()).isNumber()).as(ratio.key()).isTrue();
        }
        assertThat(document.path("rounds")).hasSize(rounds.all().size());
    }

    @Test
    void theTableNamesEveryContestant() {
        List<String> names = List.of(Variant.values()).stream().map(Variant::label).toList();

        assertThat(new Table(rounds, names).text()).contains(names);
    }
}
