package io.sluice.core.payout.model;

import static io.sluice.core.payout.model.PayoutFixtures.NOW;
import static io.sluice.core.payout.model.PayoutFixtures.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PayoutId;
import io.sluice.core.payout.model.PayoutConclusion.Unchanged;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewPolicyTest {

    @Test
    void upToTheLimitItGoesByItself() {
        assertThat(requested(500).changes())
                .extracting(PayoutChange::type)
                .containsExactly("payout.created", "payout.reserved", "payout.sent");
        assertThat(requested(500).takesMinor()).isEqualTo(500);
    }

    @Test
    void aboveItNothingIsReservedUntilPeopleAgree() {
        assertThat(requested(501).changes())
                .extracting(PayoutChange::type)
                .containsExactly("payout.created", "payout.review");
        assertThat(requested(501).takesMinor()).isZero();
        assertThat(requested(501).after().dueAt()).isNull();
    }

    @Test
    void onePersonTwiceIsOnePerson() {
        Payout review = PayoutFixtures.inReview(100);
        assertThat(review.approved(List.of("mei", "mei"), NOW)).isInstanceOf(Unchanged.class);
        assertThat(changed(review.approved(List.of("mei", "jo"), NOW)).state()).isEqualTo(PayoutState.SENT);
    }

    @Test
    void onePersonIsEnoughToReject() {
        PayoutConclusion conclusion = PayoutFixtures.inReview(100).rejected("mei", "not ours", NOW);
        assertThat(changed(conclusion).state()).isEqualTo(PayoutState.FAILED);
        PayoutChange change =
                ((PayoutConclusion.Changed) conclusion).transition().changes().getFirst();
        assertThat(change.type()).isEqualTo("payout.rejected");
        assertThat(change.takesMinor()).isZero();
    }

    @Test
    void whatIsSentCannotBeRejected() {
        assertThat(PayoutFixtures.sent(100).rejected("mei", "not ours", NOW)).isInstanceOf(Unchanged.class);
    }

    private static PayoutTransition requested(long amountMinor) {
        return Payout.requested(
                PayoutFixtures.command(MerchantId.next(), amountMinor, "k"),
                new PayoutTerms(500),
                PayoutId.next(),
                NOW);
    }
}
