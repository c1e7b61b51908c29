package io.sluice.core.payout.model;

import static io.sluice.core.payout.model.PayoutFixtures.NOW;
import static io.sluice.core.payout.model.PayoutFixtures.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.money.Money;
import io.sluice.core.payout.model.PayoutConclusion.Doubted;
import io.sluice.core.payout.model.PayoutConclusion.Mismatch;
import io.sluice.core.payout.model.PayoutConclusion.Unchanged;
import org.junit.jupiter.api.Test;

class PayoutOutcomePolicyTest {

    private static final ModificationOutcome PAID = new ModificationOutcome.Succeeded(Money.of(100, "CNY"), "q1");
    private static final ModificationOutcome NO_ANSWER =
            new ModificationOutcome.Unknown("deadline_passed", "no answer");
    private static final ModificationOutcome NO = new ModificationOutcome.Refused("61", "limit");
    private static final ModificationOutcome NOT_SENT =
            new ModificationOutcome.NotSent(Fault.CHANNEL, "refused", "connection refused");

    private final Payout sent = PayoutFixtures.sent(100);

    @Test
    void acceptedIsNotPaid() {
        Payout accepted = changed(sent.concluded(new ModificationOutcome.Processing("q1"), NOW));
        assertThat(accepted.state()).isEqualTo(PayoutState.ACCEPTED);
        assertThat(accepted.dueAt()).isNotNull();
        assertThat(changed(accepted.concluded(PAID, NOW)).state()).isEqualTo(PayoutState.SUCCEEDED);
    }

    @Test
    void unknownNeverAgesIntoFailed() {
        Payout unknown = changed(sent.concluded(NO_ANSWER, NOW));
        assertThat(unknown.state()).isEqualTo(PayoutState.UNKNOWN);
        assertThat(unknown.concluded(NO_ANSWER, NOW.plusSeconds(1_000_000))).isInstanceOf(Unchanged.class);
        assertThat(unknown.concluded(new ModificationOutcome.Absent("34"), NOW.plusSeconds(1_000_000)))
                .isInstanceOf(Unchanged.class);
        assertThat(unknown.concluded(NOT_SENT, NOW)).isInstanceOf(Unchanged.class);
    }

    @Test
    void whatDidNotLeaveFailsAndReleases() {
        PayoutConclusion conclusion = sent.concluded(NOT_SENT, NOW);
        assertThat(changed(conclusion).state()).isEqualTo(PayoutState.FAILED);
        assertThat(((PayoutConclusion.Changed) conclusion).transition().takesMinor())
                .isEqualTo(-100);
    }

    @Test
    void aSuccessAfterFailureCallsPeople() {
        assertThat(changed(sent.concluded(NO, NOW)).concluded(PAID, NOW)).isInstanceOf(Mismatch.class);
    }

    @Test
    void anotherAmountIsNoSuccess() {
        assertThat(sent.concluded(new ModificationOutcome.Succeeded(Money.of(101, "CNY"), "q1"), NOW))
                .isInstanceOf(Mismatch.class);
    }

    @Test
    void whatDeniesASuccessIsAskedAboutBeforeItIsBelieved() {
        Payout paid = changed(sent.concluded(PAID, NOW));
        assertThat(paid.concluded(NO, NOW)).isInstanceOf(Doubted.class);
        assertThat(changed(paid.concluded(new ModificationOutcome.Returned("61"), NOW))
                        .state())
                .isEqualTo(PayoutState.RETURNED);
    }

    @Test
    void aReturnOfWhatNobodyHeardOfSaysBoth() {
        PayoutConclusion conclusion = sent.concluded(new ModificationOutcome.Returned("BOUNCED"), NOW);
        assertThat(((PayoutConclusion.Changed) conclusion).transition().changes())
                .extracting(PayoutChange::type)
                .containsExactly("payout.succeeded", "payout.returned");
    }

    @Test
    void repeatedWordsChangeNothing() {
        assertThat(changed(sent.concluded(PAID, NOW)).concluded(PAID, NOW)).isInstanceOf(Unchanged.class);
    }
}
