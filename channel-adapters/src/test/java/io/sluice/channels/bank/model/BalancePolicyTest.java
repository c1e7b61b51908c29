package io.sluice.channels.bank.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.model.Reply;
import io.sluice.core.channel.TellsBalance.Balance;
import io.sluice.core.channel.TellsBalance.Balance.Known;
import io.sluice.core.channel.TellsBalance.Balance.Refused;
import io.sluice.core.channel.TellsBalance.Balance.Unavailable;
import io.sluice.core.money.Money;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BalancePolicyTest {

    @ParameterizedTest
    @CsvSource({
        "0002156C000000100000, 100000",
        "3002156D000000000042, -42",
        // The ledger balance (01) comes first, what is available second.
        "0001156C0000009999990002156C000000100000, 100000",
        "0002156C0000001000000001156C000000999999, 100000"
    })
    void whatIsAvailable(String amounts, long minor) {
        assertThat(told("00", amounts)).isEqualTo(new Known(Money.of(minor, "CNY")));
    }

    @ParameterizedTest
    @CsvSource({"00, 0001156C000000100000", "00, 0002840C000000100000", "00, 0002156C0000001", "00, ''"})
    void whatItDoesNotSayIsNotGuessed(String code, String amounts) {
        assertThat(told(code, amounts)).isInstanceOf(Unavailable.class);
    }

    @Test
    void aRefusalHasTheHostsCode() {
        assertThat(told("14", ""))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("14"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91", "06", "A0"})
    void whatIsNoWordAboutTheAccountMayBeAskedAgain(String code) {
        assertThat(told(code, ""))
                .isInstanceOfSatisfying(
                        Unavailable.class, no -> assertThat(no.code()).isEqualTo(code));
        assertThat(BalancePolicy.told(new Reply.Lost<>("deadline_passed", "no answer")))
                .isInstanceOf(Unavailable.class);
    }

    private static Balance told(String code, String amounts) {
        return BalancePolicy.told(
                new Reply.Success<>(new Message(0x0210, Map.of(Field.CODE, code, Field.AMOUNTS, amounts))));
    }
}
