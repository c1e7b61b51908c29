package io.sluice.channels.bank.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.model.Reply;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.Irreversible;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.money.Money;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private static final Money FIFTEEN = Money.of(1500, "CNY");
    private static final Trace TRACE = new Trace("000042", "1121204500", "0123456789AB", "261121");

    @ParameterizedTest
    @CsvSource({
        "APPROVED, 00 11",
        "PARTLY, 10",
        "HARD_DECLINE, 04 07 12 13 14 33 34 35 36 37 38 41 43 54 57 59 62 75",
        "SOFT_DECLINE, 01 05 51 55 61 65",
        "TECHNICAL, 15 90 91 92",
        "DUPLICATE, 94",
        "SESSION, 77 A0",
        "UNKNOWN, 06 68 96 98 99 ZZ 25"
    })
    void everyCodeHasAClass(Answer expected, String codes) {
        assertThat(codes.split(" "))
                .allSatisfy(code -> assertThat(Answer.of(code)).isEqualTo(expected));
    }

    @Test
    void whatHasNoCodeIsUnknown() {
        assertThat(Answer.of("")).isEqualTo(Answer.UNKNOWN);
        assertThat(opened("")).isInstanceOf(Unknown.class);
    }

    @Test
    void aClassBecomesAnOutcome() {
        assertThat(opened("00")).isEqualTo(new Approved(FIFTEEN, "261121-000042-1121204500-"));
        assertThat(opened("43"))
                .isInstanceOfSatisfying(
                        Declined.class, no -> assertThat(no.hard()).isTrue());
        assertThat(opened("51"))
                .isInstanceOfSatisfying(
                        Declined.class, no -> assertThat(no.hard()).isFalse());
        assertThat(opened("91")).isInstanceOf(NotSent.class);
        assertThat(opened("10")).isInstanceOf(Unknown.class);
        assertThat(opened("96")).isInstanceOf(Unknown.class);
    }

    @Test
    void anotherAmountIsToldAsItIs() {
        var answer = new Message(0x0210, Map.of(Field.CODE, "00", Field.AMOUNT, "000000001400"));
        assertThat(OrderPolicy.opened(new Reply.Success<>(answer), Kind.PURCHASE, FIFTEEN, TRACE))
                .isInstanceOfSatisfying(
                        Approved.class, yes -> assertThat(yes.paid()).isEqualTo(Money.of(1400, "CNY")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "25", "94"})
    void isTakenBack(String code) {
        assertThat(reversed(code)).isEqualTo(new Reversed(code));
    }

    @Test
    void standsOrIsNotKnown() {
        assertThat(reversed("21")).isInstanceOf(Irreversible.class);
        assertThat(reversed("96")).isInstanceOf(Unknown.class);
        assertThat(reversed("05")).isInstanceOf(Unknown.class);
        assertThat(OrderPolicy.reversed(new Reply.NotWritten<>("not_connected", ""), FIFTEEN, TRACE))
                .isInstanceOf(Unknown.class);
    }

    private static ChannelOutcome opened(String code) {
        return OrderPolicy.opened(
                new Reply.Success<>(new Message(0x0210, Map.of(Field.CODE, code))), Kind.PURCHASE, FIFTEEN, TRACE);
    }

    private static ChannelOutcome reversed(String code) {
        return OrderPolicy.reversed(new Reply.Success<>(new Message(0x0410, Map.of(Field.CODE, code))), FIFTEEN, TRACE);
    }
}
