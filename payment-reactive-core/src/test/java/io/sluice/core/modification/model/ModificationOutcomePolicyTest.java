package io.sluice.core.modification.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import org.junit.jupiter.api.Test;

class ModificationOutcomePolicyTest {

    private final Payment paid =
            ModificationFixtures.paid(PaymentFixtures.accepted()).after();
    private final ModificationTransition reserved =
            ModificationFixtures.reserved(paid, ModificationFixtures.command(paid, 400L, "k"));

    @Test
    void moneyThatCameBackBeforeAnybodyHeardThatItWasGivenIsBoth() {
        ModificationTransition transition = after(reserved, new ModificationOutcome.Returned("RETURNED"));

        assertThat(transition.changes())
                .extracting(ModificationChange::type)
                .containsExactly("refund.succeeded", "refund.returned");
        assertThat(transition.payment().totals().leftToRefund())
                .isEqualTo(paid.totals().leftToRefund());
    }

    @Test
    void moneyThatCameBackAfterwardsIsReturned() {
        ModificationTransition done = after(reserved, done());
        ModificationTransition transition = after(done, new ModificationOutcome.Returned("RETURNED"));

        assertThat(transition.changes()).extracting(ModificationChange::type).containsExactly("refund.returned");
        assertThat(transition.payment().totals().leftToRefund())
                .isEqualTo(paid.totals().leftToRefund());
    }

    @Test
    void asksAboutASuccessThatIsHeardOfAfterItsDenial() {
        ModificationTransition denied = after(reserved, new ModificationOutcome.Abnormal("RETURNED"));
        Modification stuck = denied.after();
        ModificationConclusion surrendered =
                stuck.surrendered(denied.payment(), denied.payment().updatedAt());
        ModificationTransition manual = ((ModificationConclusion.Changed) surrendered).transition();

        assertThat(after(denied, done()).after())
                .returns(ModificationState.SUCCEEDED, Modification::state)
                .extracting(Modification::dueAt)
                .isNotNull();
        assertThat(after(manual, done()).after())
                .returns(ModificationState.SUCCEEDED, Modification::state)
                .extracting(Modification::dueAt)
                .isNotNull();
    }

    @Test
    void doesNotAskAboutASuccessThatNobodyDenied() {
        assertThat(after(reserved, done()).after().dueAt()).isNull();
    }

    @Test
    void aSuccessThatIsHeardOfAfterItsReturnIsOldNews() {
        ModificationTransition returned = after(reserved, new ModificationOutcome.Returned("RETURNED"));

        assertThat(conclusion(returned, done())).isInstanceOf(ModificationConclusion.Unchanged.class);
    }

    private ModificationOutcome done() {
        return new ModificationOutcome.Succeeded(reserved.after().amount(), "5030001");
    }

    private static ModificationTransition after(ModificationTransition before, ModificationOutcome outcome) {
        return ((ModificationConclusion.Changed) conclusion(before, outcome)).transition();
    }

    private static ModificationConclusion conclusion(ModificationTransition before, ModificationOutcome outcome) {
        return before.after()
                .concluded(before.payment(), outcome, before.payment().updatedAt());
    }
}
