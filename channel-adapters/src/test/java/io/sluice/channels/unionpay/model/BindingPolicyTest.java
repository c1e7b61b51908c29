package io.sluice.channels.unionpay.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.model.Reply;
import io.sluice.core.channel.AgreementOrder;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.AgreementOutcome.Absent;
import io.sluice.core.channel.AgreementOutcome.Declined;
import io.sluice.core.channel.AgreementOutcome.Ended;
import io.sluice.core.channel.AgreementOutcome.NotSent;
import io.sluice.core.channel.AgreementOutcome.Pending;
import io.sluice.core.channel.AgreementOutcome.Signed;
import io.sluice.core.channel.AgreementOutcome.Unknown;
import io.sluice.core.channel.AgreementOutcome.WrongCode;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.Fault;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of answer says of a bound card, and what it does not. */
class BindingPolicyTest {

    private static final String MERCHANT = "777290058110048";
    private static final String NUMBER = "01a1fcd47b3e70008e999aa1e1794550";
    private static final String AGREEMENT = "01a1fcd47b3e70008e999aa1e1794551";
    private static final AgreementOrder ORDER = new AgreementOrder(
            NUMBER, AGREEMENT, new Card("6216261000000000018", YearMonth.of(2031, 12)), "13800001234");
    private static final AgreementReference REFERENCE = new AgreementReference(NUMBER, AGREEMENT, AGREEMENT);

    @Test
    void doneMeansWhatWasAskedFor() {
        assertThat(BindingPolicy.sent(answer("00"), ORDER, MERCHANT)).isInstanceOf(Pending.class);
        assertThat(BindingPolicy.bound(answer("00"), ORDER, MERCHANT)).isEqualTo(new Signed(AGREEMENT));
        assertThat(BindingPolicy.unbound(answer("00"), REFERENCE, MERCHANT)).isEqualTo(new Ended("00"));
        assertThat(BindingPolicy.inquired(answer("00"), REFERENCE, MERCHANT)).isEqualTo(new Signed(AGREEMENT));
    }

    @Test
    void aWrongCodeIsNoDecline() {
        assertThat(BindingPolicy.bound(answer("71"), ORDER, MERCHANT)).isEqualTo(new WrongCode("71"));
        assertThat(BindingPolicy.bound(answer("60"), ORDER, MERCHANT)).isInstanceOf(Declined.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "04", "05", "12", "42"})
    void whatIsNotOverIsUnknown(String code) {
        assertThat(BindingPolicy.bound(answer(code), ORDER, MERCHANT)).isInstanceOf(Unknown.class);
    }

    @Test
    void whatWasRefusedBeforeAnythingWasDoneWasNotSent() {
        assertThat(BindingPolicy.bound(answer("06"), ORDER, MERCHANT))
                .isInstanceOfSatisfying(
                        NotSent.class, busy -> assertThat(busy.fault()).isEqualTo(Fault.CHANNEL));
        assertThat(BindingPolicy.bound(answer("11"), ORDER, MERCHANT))
                .isInstanceOfSatisfying(
                        NotSent.class, ours -> assertThat(ours.fault()).isEqualTo(Fault.ORDER));
    }

    @Test
    void aMessageThatWasAskedForTwiceWasSent() {
        assertThat(BindingPolicy.sent(answer("12"), ORDER, MERCHANT)).isInstanceOf(Pending.class);
        assertThat(BindingPolicy.isRepeated(answer("12"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"06", "11", "60", "71"})
    void aQueryThatFailsSaysNothingAboutTheBinding(String code) {
        assertThat(BindingPolicy.inquired(answer(code), REFERENCE, MERCHANT)).isInstanceOf(Unknown.class);
    }

    @Test
    void noBindingIsAbsent() {
        assertThat(BindingPolicy.inquired(answer("34"), REFERENCE, MERCHANT)).isEqualTo(new Absent("34"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"merId", "orderId", "txnTime", "bindId"})
    void whoSpeaksOfSomethingElseIsNotBelieved(String field) {
        assertThat(BindingPolicy.bound(answer("00", field), ORDER, MERCHANT))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.code()).isEqualTo("answer_mismatch"));
    }

    @Test
    void noAnswerIsUnknownAndNoRequestIsNotSent() {
        AgreementOutcome lost = BindingPolicy.bound(new Reply.Lost<>("reset", "reset by peer"), ORDER, MERCHANT);
        assertThat(lost).isInstanceOf(Unknown.class);
        assertThat(BindingPolicy.bound(new Reply.NotWritten<>("refused", "refused"), ORDER, MERCHANT))
                .isInstanceOf(NotSent.class);
    }

    private static Reply<AcpMessage> answer(String code) {
        return answer(code, "none");
    }

    private static Reply<AcpMessage> answer(String code, String wrongField) {
        var fields = new HashMap<>(Map.of(
                "merId", MERCHANT,
                "orderId", NUMBER,
                "txnTime", TransactionTime.of(NUMBER),
                "bindId", AGREEMENT,
                "respCode", code,
                "respMsg", "said"));
        fields.computeIfPresent(wrongField, (field, right) -> "another");
        return new Reply.Success<>(new AcpMessage(fields));
    }
}
