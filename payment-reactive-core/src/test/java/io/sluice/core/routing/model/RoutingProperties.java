package io.sluice.core.routing.model;

import static io.sluice.core.routing.model.Snapshots.account;
import static io.sluice.core.routing.model.Snapshots.candidate;
import static io.sluice.core.routing.model.Snapshots.in;
import static io.sluice.core.routing.model.Snapshots.seeded;
import static io.sluice.core.routing.model.Snapshots.snapshot;
import static io.sluice.core.routing.model.Snapshots.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.core.routing.model.Health.State;
import io.sluice.core.routing.model.RoutingDecision.Chosen;
import io.sluice.core.routing.model.RoutingDecision.Reason;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds of every decision, whatever it is taken on. */
class RoutingProperties {

    private static final int MANY = 20_000;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void theSameIsDecidedInTheSameWay() {
        for (int i = 0; i < MANY; i++) {
            RoutingSnapshot snapshot = Snapshots.any(random);
            assertThat(RoutingPolicy.decide(snapshot)).as("seed %d", seed).isEqualTo(RoutingPolicy.decide(snapshot));
        }
    }

    @Test
    void whoIsExcludedNeverWinsAndWhoWinsWasACandidate() {
        for (int i = 0; i < MANY; i++) {
            RoutingSnapshot snapshot = Snapshots.any(random);
            RoutingDecision decision = RoutingPolicy.decide(snapshot);
            boolean anybody = decision.considered().stream().anyMatch(one -> one.exclusion() == null);
            assertThat(decision.choice() instanceof Chosen).as("seed %d", seed).isEqualTo(anybody);
            if (decision.choice() instanceof Chosen chosen) {
                assertThat(decision.considered())
                        .as("seed %d: %s", seed, decision)
                        .anyMatch(one -> one.account().equals(chosen.account())
                                && one.exclusion() == null
                                && one.score() != null);
            }
        }
    }

    @Test
    void whatIsTriedOffOrFailingNeverWins() {
        for (int i = 0; i < MANY; i++) {
            RoutingSnapshot snapshot = Snapshots.any(random);
            if (RoutingPolicy.decide(snapshot).choice() instanceof Chosen chosen) {
                Candidate winner = snapshot.candidates().stream()
                        .filter(candidate -> candidate.account().equals(chosen.account()))
                        .findFirst()
                        .orElseThrow();
                assertThat(winner.tried() || winner.switchedOff() != null || winner.is(State.FAILING))
                        .as("seed %d: %s", seed, winner)
                        .isFalse();
            }
        }
    }

    @Test
    void theVolumeIsSharedAsAgreed() {
        RoutingSnapshot snapshot = snapshot(split(70, 20, 10), candidate(0), candidate(1), candidate(2));
        assertThat(share(snapshot, 0)).isCloseTo(0.7, within(0.02));
        assertThat(share(snapshot, 1)).isCloseTo(0.2, within(0.02));
        RoutingSnapshot oneAway = snapshot(split(70, 20, 10), in(State.FAILING, 0), candidate(1), candidate(2));
        assertThat(share(oneAway, 1)).isCloseTo(2.0 / 3, within(0.02));
    }

    @Test
    void fewTryWhatRecovers() {
        RoutingSnapshot snapshot = snapshot(RoutingConfiguration.NONE, in(State.RECOVERING, 0), candidate(1));
        assertThat(share(snapshot, 0)).isCloseTo(0.02, within(0.006));
        assertThat(LongStream.range(0, MANY)
                        .mapToObj(each ->
                                RoutingPolicy.decide(seeded(snapshot, each)).choice())
                        .filter(choice -> ((Chosen) choice).reason() == Reason.EXPLORATION))
                .isNotEmpty();
    }

    private static double share(RoutingSnapshot snapshot, int number) {
        return LongStream.range(0, MANY)
                        .mapToObj(seed ->
                                RoutingPolicy.decide(seeded(snapshot, seed)).choice())
                        .filter(choice -> ((Chosen) choice).account().equals(account(number)))
                        .count()
                / (double) MANY;
    }
}
