package io.sluice.core.payment.model;

import static io.sluice.core.payment.model.PaymentFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over every state of a payment and of its attempt. */
class ChargeSafetyTest {

    private final Payment sent = PaymentFixtures.accepted();

    @ParameterizedTest
    @EnumSource(PaymentState.class)
    void nothingThatMayStillChargeIsSafe(PaymentState state) {
        for (AttemptState attempt : AttemptState.values()) {
            ChargeSafety safety = ChargeSafety.of(with(state, attempt));
            boolean settled =
                    attempt.isSafelyOver() || attempt == AttemptState.SUCCEEDED || attempt == AttemptState.AUTHORIZED;

            assertThat(safety == ChargeSafety.SAFE)
                    .as("%s with %s is %s", state, attempt, safety)
                    .isEqualTo(settled && state != PaymentState.CONFLICTED);
        }
    }

    @ParameterizedTest
    @EnumSource(AttemptState.class)
    void conflictsAreFencedWhateverTheirAttempts(AttemptState attempt) {
        assertThat(ChargeSafety.of(with(PaymentState.CONFLICTED, attempt))).isEqualTo(ChargeSafety.FENCED);
    }

    @Test
    void doubtIsTellingOnlyUntilPeopleAreCalled() {
        assertThat(ChargeSafety.of(sent)).isEqualTo(ChargeSafety.IN_DOUBT);
        assertThat(ChargeSafety.of(with(PaymentState.PROCESSING, AttemptState.UNKNOWN)))
                .isEqualTo(ChargeSafety.IN_DOUBT);
        assertThat(ChargeSafety.of(with(PaymentState.REQUIRES_ACTION, AttemptState.ACCEPTED)))
                .isEqualTo(ChargeSafety.IN_DOUBT);
        assertThat(ChargeSafety.of(with(PaymentState.PROCESSING, AttemptState.MANUAL)))
                .isEqualTo(ChargeSafety.FENCED);
    }

    private Payment with(PaymentState state, AttemptState attempt) {
        return sent.next(state, null, null, sent.lastAttempt().to(attempt, null, null, null, NOW), NOW);
    }
}
