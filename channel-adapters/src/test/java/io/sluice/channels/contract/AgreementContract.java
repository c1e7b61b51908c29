package io.sluice.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.core.channel.AgreementOrder;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.AgreementOutcome.Absent;
import io.sluice.core.channel.AgreementOutcome.Declined;
import io.sluice.core.channel.AgreementOutcome.Ended;
import io.sluice.core.channel.AgreementOutcome.Pending;
import io.sluice.core.channel.AgreementOutcome.Signed;
import io.sluice.core.channel.AgreementOutcome.Unknown;
import io.sluice.core.channel.AgreementOutcome.WrongCode;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.SignsAgreements;
import io.sluice.core.channel.SmsCode;
import io.sluice.core.id.AgreementId;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What every channel that signs agreements owes the core, at its simulator; {@code docs/simulators.md} has the codes. */
public abstract class AgreementContract {

    private static final SmsCode RIGHT = new SmsCode("111111");
    private static final String PHONE = "13800001234";

    private final String agreement = AgreementId.next().channelName();

    protected abstract SignsAgreements channel();

    protected abstract SimulatorControl simulator();

    @AfterEach
    void heal() {
        simulator().heal();
    }

    @Test
    void thePayerIsSentACodeAndNobodyElseIsShownWhere() {
        assertThat(value(channel().sign(order()))).isInstanceOfSatisfying(Pending.class, pending -> {
            assertThat(pending.nextAction().type()).isEqualTo("sms_code");
            assertThat(pending.nextAction().values()).containsEntry("sent_to", "138****1234");
        });
        assertThat(simulator().get("/messages?bind_id=" + agreement).path("messages"))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.path("phone").asString()).isEqualTo(PHONE);
                    assertThat(message.path("code").asString()).isEqualTo(RIGHT.digits());
                });
    }

    @Test
    void theRightCodeSignsAndARepetitionSaysTheSame() {
        AgreementOrder order = order();
        AgreementOutcome signed = value(channel().confirm(order, RIGHT));
        assertThat(signed).isInstanceOf(Signed.class);
        assertThat(value(channel().confirm(order, RIGHT))).isEqualTo(signed);
        assertThat(value(channel().inquireAgreement(reference()))).isEqualTo(signed);
        assertThat(signed.toString()).doesNotContain(((Signed) signed).token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "222222"})
    void aWrongCodeAndOneThatIsTooLateCanBeFollowedByTheRightOne(String wrong) {
        assertThat(value(channel().confirm(order(), new SmsCode(wrong)))).isInstanceOf(WrongCode.class);
        assertThat(value(channel().inquireAgreement(reference()))).isInstanceOf(Absent.class);
        assertThat(value(channel().confirm(order(), RIGHT))).isInstanceOf(Signed.class);
    }

    @Test
    void aBankThatRefusesIsADecline() {
        assertThat(value(channel().confirm(order(), new SmsCode("333333")))).isInstanceOf(Declined.class);
    }

    @Test
    void anAnswerThatIsNotTheChannelsIsUnknownAndAQueryTells() {
        assertThat(value(channel().confirm(order(), new SmsCode("666666")))).isInstanceOf(Unknown.class);
        assertThat(value(channel().inquireAgreement(reference()))).isInstanceOf(Signed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"444444", "555555"})
    void noAnswerIsUnknownAndAQueryTells(String code) {
        assertThat(value(channel().confirm(order(), new SmsCode(code)))).isInstanceOf(Unknown.class);
        assertThat(value(channel().inquireAgreement(reference())))
                .isInstanceOf(code.equals("444444") ? Signed.class : Absent.class);
    }

    @Test
    void aConnectionThatEndsAfterTheRequestSaysNothing() {
        simulator().fault("drop_after", 1);
        assertThat(value(channel().confirm(order(), RIGHT))).isInstanceOf(Unknown.class);
        assertThat(value(channel().inquireAgreement(reference()))).isInstanceOf(Signed.class);
    }

    @Test
    void whatIsRevokedIsOverAndStaysSo() {
        assertThat(value(channel().confirm(order(), RIGHT))).isInstanceOf(Signed.class);
        assertThat(value(channel().revoke(reference()))).isInstanceOf(Ended.class);
        assertThat(value(channel().revoke(reference()))).isInstanceOf(Absent.class);
        assertThat(value(channel().inquireAgreement(reference()))).isInstanceOf(Absent.class);
    }

    private AgreementOrder order() {
        return new AgreementOrder(
                AgreementId.nextCallNumber(),
                agreement,
                new Card("6216261000000000018", YearMonth.of(2031, 12)),
                PHONE);
    }

    private AgreementReference reference() {
        return new AgreementReference(AgreementId.nextCallNumber(), agreement, agreement);
    }

    /** As the gateway waits for it. */
    private static AgreementOutcome value(Mono<AgreementOutcome> call) {
        return Shop.block(
                call.timeout(Shop.DEADLINE.multipliedBy(2), Mono.just(new Unknown("deadline_passed", "no answer"))));
    }
}
