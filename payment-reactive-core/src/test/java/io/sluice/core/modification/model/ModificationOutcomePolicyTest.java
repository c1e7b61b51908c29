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
        ModificationTransition done = after(
                reserved, new ModificationOutcome.Succeeded(reserved.after().amount(), "5030001"));
        ModificationTransition transition = after(done, new ModificationOutcome.Returned("RETURNED"));

        assertThat(transition.changes()).extracting(ModificationChange::type).containsExactly("refund.returned");
        assertThat(transition.payment().totals().leftToRefund())
                .isEqualTo(paid.totals().leftToRefund());
    }

    private static ModificationTransition after(ModificationTransition before, ModificationOutcome outcome) {
        ModificationConclusion conclusion = before.after()
                .concluded(before.payment(), outcome, before.payment().updatedAt());
        return ((ModificationConclusion.Changed) conclusion).transition();
    }
}
