package io.sluice.core.payment.model;

import static io.sluice.core.payment.model.PaymentFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionPolicyTest {

    private static final ChannelOutcome PAID = new ChannelOutcome.Approved(Money.of(1500, "CNY"), "4200001");
    private static final Decision CHARGED = new Decision(Decision.Kind.CHARGED, "4200001", "statement");
    private static final Decision NOT_CHARGED = new Decision(Decision.Kind.NOT_CHARGED, null, "statement");
    private static final Decision KEEP = new Decision(Decision.Kind.KEEP, null, "delivered");

    private final Payment sent = PaymentFixtures.accepted();
    private final Payment manual =
            sent.next(sent.state(), null, null, sent.lastAttempt().to(AttemptState.MANUAL, null, null, NOW, NOW), NOW);

    @Test
    void evidenceEndsWhatNobodyKnew() {
        assertThat(decided(manual, CHARGED).after().state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(decided(manual, CHARGED).after().lastAttempt().channelReference())
                .isEqualTo("4200001");
        assertThat(decided(manual, NOT_CHARGED).after().state()).isEqualTo(PaymentState.FAILED);
        assertThat(decided(manual, NOT_CHARGED).changes().getFirst().reason())
                .isEqualTo("decided by operator:ann, not_charged: statement");
    }

    @Test
    void aDecisionThatWasWrongIsAConflictWhenTheMoneyComes() {
        Payment failed = decided(manual, NOT_CHARGED).after();
        Conclusion late = failed.concluded(failed.lastAttempt().id(), PAID, NOW);
        assertThat(((Conclusion.Changed) late).transition().after().state()).isEqualTo(PaymentState.CONFLICTED);
    }

    @Test
    void aConflictIsKeptWhenThePayerWasChargedOnce() {
        Payment failed = decided(manual, NOT_CHARGED).after();
        Payment conflicted = ((Conclusion.Changed)
                        failed.concluded(failed.lastAttempt().id(), PAID, NOW))
                .transition()
                .after();

        Payment kept = decided(conflicted, KEEP).after();
        assertThat(kept.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(kept.lastAttempt().updatedAt()).isEqualTo(kept.updatedAt());
        assertThat(conflicted.decided(CHARGED, "operator:ann", NOW)).isInstanceOf(Conclusion.Unchanged.class);
    }

    @ParameterizedTest
    @EnumSource(AttemptState.class)
    void whatNeedsNobodyIsNotTheirsToDecide(AttemptState state) {
        Payment payment = sent.next(sent.state(), null, null, sent.lastAttempt().to(state, null, null, NOW, NOW), NOW);
        boolean needsThem = state == AttemptState.MANUAL;

        for (Decision decision : new Decision[] {CHARGED, NOT_CHARGED}) {
            assertThat(payment.decided(decision, "operator:ann", NOW))
                    .isInstanceOf(needsThem ? Conclusion.Changed.class : Conclusion.Unchanged.class);
        }
        assertThat(payment.decided(KEEP, "operator:ann", NOW)).isInstanceOf(Conclusion.Unchanged.class);
    }

    private static Transition decided(Payment payment, Decision decision) {
        Conclusion conclusion = payment.decided(decision, "operator:ann", NOW.plusSeconds(1));
        assertThat(conclusion).isInstanceOf(Conclusion.Changed.class);
        return ((Conclusion.Changed) conclusion).transition();
    }
}
