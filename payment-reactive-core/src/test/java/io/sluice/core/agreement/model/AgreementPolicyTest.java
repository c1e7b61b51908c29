package io.sluice.core.agreement.model;

import static io.sluice.core.agreement.model.AgreementFixtures.CODE;
import static io.sluice.core.agreement.model.AgreementFixtures.IN_DOUBT;
import static io.sluice.core.agreement.model.AgreementFixtures.NOW;
import static io.sluice.core.agreement.model.AgreementFixtures.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.agreement.model.AgreementDecision.Changed;
import io.sluice.core.agreement.model.AgreementDecision.Refused;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.AgreementOutcome.Absent;
import io.sluice.core.channel.AgreementOutcome.Ended;
import io.sluice.core.channel.AgreementOutcome.NotSent;
import io.sluice.core.channel.AgreementOutcome.Signed;
import io.sluice.core.channel.AgreementOutcome.Unknown;
import io.sluice.core.channel.AgreementOutcome.WrongCode;
import io.sluice.core.channel.Fault;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgreementPolicyTest {

    private static final Unknown UNKNOWN = new Unknown("deadline_passed", "no answer");
    private static final Instant MUCH_LATER = NOW.plusSeconds(86_400);

    @Test
    void aPayerWhoIsSentACodeIsAskedForIt() {
        Agreement agreement = AgreementFixtures.awaitingCode();
        assertThat(agreement.nextAction()).isEqualTo(CODE);
        assertThat(CODE.values()).containsEntry("sent_to", "138****1234");
        assertThat(agreement.state()).isEqualTo(AgreementState.PENDING);
    }

    @Test
    void theRightCodeMakesItUsableAndBringsItsToken() {
        AgreementDecision decision =
                AgreementFixtures.confirming().concluded("call-2", new Signed("token"), IN_DOUBT, NOW);
        assertThat(decision).isInstanceOfSatisfying(Changed.class, changed -> {
            assertThat(changed.token()).isEqualTo("token");
            assertThat(changed.after().isUsable()).isTrue();
            assertThat(changed.after().nextAction()).isNull();
        });
        assertThat(decision.toString()).doesNotContain("token=token");
    }

    @Test
    void theThirdWrongCodeIsTheLast() {
        Agreement agreement = AgreementFixtures.awaitingCode();
        for (int tried = 1; tried < AgreementPolicy.MOST_WRONG_CODES; tried++) {
            agreement = tried(agreement, new WrongCode("65"), NOW);
            assertThat(agreement.step()).isEqualTo(AgreementStep.AWAITING_CODE);
            assertThat(agreement.nextAction()).isEqualTo(CODE);
        }
        agreement = tried(agreement, new WrongCode("65"), NOW);
        assertThat(agreement.state()).isEqualTo(AgreementState.FAILED);
        assertThat(agreement.wrongCodes()).isEqualTo(3);
        assertThat(agreement.confirming("again", NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void aCodeThatWasNotSentIsNotCounted() {
        var notSent = new NotSent(Fault.CHANNEL, "breaker_open", "away");
        assertThat(tried(AgreementFixtures.awaitingCode(), notSent, NOW).wrongCodes())
                .isZero();
    }

    @Test
    void aCodeOfWhichNothingIsKnownKeepsItPendingForEver() {
        Agreement agreement = AgreementFixtures.confirming();
        assertThat(agreement.concluded("call-2", UNKNOWN, IN_DOUBT, MUCH_LATER)).isEqualTo(AgreementDecision.UNCHANGED);
        assertThat(agreement.expired(MUCH_LATER)).isEqualTo(AgreementDecision.UNCHANGED);
        assertThat(agreement.confirming("another", NOW))
                .isInstanceOfSatisfying(
                        Refused.class, busy -> assertThat(busy.code()).isEqualTo("agreement_busy"));
    }

    @Test
    void thereIsNoneIsBelievedAfterTheInDoubtWindowOnly() {
        Agreement agreement = AgreementFixtures.confirming();
        var absent = new Absent("34");
        assertThat(agreement.concluded(
                        "call-2", absent, IN_DOUBT, NOW.plus(IN_DOUBT).minusMillis(1)))
                .isEqualTo(AgreementDecision.UNCHANGED);
        Agreement after = changed(agreement.concluded("call-2", absent, IN_DOUBT, NOW.plus(IN_DOUBT)));
        assertThat(after.step()).isEqualTo(AgreementStep.AWAITING_CODE);
        assertThat(after.wrongCodes()).isOne();
    }

    @Test
    void aMessageOfWhichNothingIsKnownCanStillBeAnswered() {
        Agreement agreement = AgreementFixtures.requested();
        assertThat(agreement.concluded("call-1", UNKNOWN, IN_DOUBT, NOW)).isEqualTo(AgreementDecision.UNCHANGED);
        assertThat(agreement.confirming("call-2", NOW)).isInstanceOf(Changed.class);
    }

    @Test
    void whatIsSaidToAnEarlierCallChangesNothing() {
        assertThat(AgreementFixtures.confirming().concluded("call-1", new Signed("token"), IN_DOUBT, NOW))
                .isEqualTo(AgreementDecision.UNCHANGED);
    }

    @Test
    void whoTakesTooLongIsTooLate() {
        Agreement agreement = AgreementFixtures.awaitingCode();
        assertThat(agreement.expired(agreement.expiresAt().minusMillis(1))).isEqualTo(AgreementDecision.UNCHANGED);
        assertThat(changed(agreement.expired(agreement.expiresAt())).state()).isEqualTo(AgreementState.EXPIRED);
        assertThat(agreement.confirming("late", agreement.expiresAt())).isInstanceOf(Refused.class);
    }

    @Test
    void whatIsRevokedIsUsedNoMoreAndAskedAboutUntilItIsOver() {
        Agreement agreement = AgreementFixtures.revoking();
        assertThat(agreement.isUsable()).isFalse();
        assertThat(agreement.concluded("call-3", new Signed("token"), IN_DOUBT, NOW))
                .isEqualTo(AgreementDecision.UNCHANGED);
        assertThat(agreement.concluded("call-3", UNKNOWN, IN_DOUBT, MUCH_LATER)).isEqualTo(AgreementDecision.UNCHANGED);
        assertThat(agreement.revoking("call-4", NOW)).isEqualTo(AgreementDecision.UNCHANGED);
        assertThat(changed(agreement.concluded("call-3", new Ended("00"), IN_DOUBT, NOW))
                        .state())
                .isEqualTo(AgreementState.REVOKED);
    }

    @Test
    void onlyWhatIsActiveIsRevoked() {
        assertThat(AgreementFixtures.awaitingCode().revoking("call", NOW))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("pending"));
    }

    @Test
    void whatIsInDoubtIsLookedAtSoonAndThenEveryFiveMinutes() {
        Agreement agreement = AgreementFixtures.confirming();
        assertThat(AgreementPolicy.dueAt(agreement, 0, NOW)).isEqualTo(NOW.plusSeconds(15));
        assertThat(AgreementPolicy.dueAt(agreement, 1, NOW)).isEqualTo(NOW.plusSeconds(2));
        assertThat(AgreementPolicy.dueAt(agreement, 40, NOW)).isEqualTo(NOW.plusSeconds(300));
        assertThat(AgreementPolicy.dueAt(AgreementFixtures.active(), 0, NOW)).isNull();
        assertThat(AgreementPolicy.dueAt(AgreementFixtures.awaitingCode(), 0, NOW))
                .isEqualTo(AgreementFixtures.awaitingCode().expiresAt());
    }

    private static Agreement tried(Agreement agreement, AgreementOutcome outcome, Instant now) {
        Agreement confirming = changed(agreement.confirming("try", now));
        return changed(confirming.concluded("try", outcome, IN_DOUBT, now));
    }
}
