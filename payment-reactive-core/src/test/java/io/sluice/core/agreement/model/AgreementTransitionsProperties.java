package io.sluice.core.agreement.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.agreement.model.AgreementDecision.Changed;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.OutcomeCode;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Walks the table with whatever a channel, a merchant and the clock may do, in any order. */
class AgreementTransitionsProperties {

    private static final List<AgreementOutcome> OUTCOMES = List.of(
            new AgreementOutcome.Pending(AgreementFixtures.CODE),
            new AgreementOutcome.Signed("token"),
            new AgreementOutcome.WrongCode("65"),
            new AgreementOutcome.Declined(OutcomeCode.DECLINED_FOR_GOOD, "61", "no"),
            new AgreementOutcome.Ended("00"),
            new AgreementOutcome.NotSent(Fault.CHANNEL, "refused", "connection refused"),
            new AgreementOutcome.Absent("34"),
            new AgreementOutcome.Unknown("deadline_passed", "no answer"));

    @Test
    void everyStateHasARowAndCanBeReached() {
        assertThat(AgreementTransitions.TABLE.keySet()).containsExactlyInAnyOrder(AgreementState.values());
        for (AgreementState state : AgreementState.values()) {
            assertThat(state == AgreementState.PENDING
                            || AgreementTransitions.TABLE.values().stream().anyMatch(next -> next.contains(state)))
                    .as("%s is reachable", state)
                    .isTrue();
        }
    }

    @Test
    void anySequenceStaysWithinTheTable() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            walk(random, seed);
        }
    }

    private static void walk(Random random, long seed) {
        Agreement agreement = AgreementFixtures.requested();
        Instant now = agreement.createdAt();
        for (int step = 0; step < 14; step++) {
            now = now.plusSeconds(random.nextInt(4) == 0 ? random.nextInt(600) : random.nextInt(3));
            if (step(random, agreement, "call-" + step, now) instanceof Changed(Agreement after, var token)) {
                assertHolds(agreement, after, token != null, seed);
                agreement = after;
            }
        }
    }

    private static AgreementDecision step(Random random, Agreement agreement, String call, Instant now) {
        AgreementOutcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        return switch (random.nextInt(5)) {
            case 0 -> agreement.confirming(call, now);
            case 1 -> random.nextInt(4) == 0 ? agreement.revoking(call, now) : AgreementDecision.UNCHANGED;
            case 2 -> agreement.expired(now);
            default -> agreement.concluded(agreement.call(), outcome, AgreementFixtures.IN_DOUBT, now);
        };
    }

    private static void assertHolds(Agreement before, Agreement after, boolean signed, long seed) {
        assertThat(before.state() == after.state() || AgreementTransitions.allows(before.state(), after.state()))
                .as("%s to %s, seed %d", before.state(), after.state(), seed)
                .isTrue();
        assertThat(after.version()).as("seed %d", seed).isEqualTo(before.version() + 1);
        assertThat(after.wrongCodes()).as("seed %d", seed).isBetween(before.wrongCodes(), 3);
        assertThat(signed)
                .as("a token comes when it becomes active, seed %d", seed)
                .isEqualTo(before.state() != AgreementState.ACTIVE && after.state() == AgreementState.ACTIVE);
        assertThat(before.step().isInDoubt() && after.state() == AgreementState.EXPIRED)
                .as("doubt never expires, seed %d", seed)
                .isFalse();
    }
}
