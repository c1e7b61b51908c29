package io.sluice.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"15.00,CNY,1500", "0.01,CNY,1", "1500,JPY,1500", "1.5,KWD,1500", "-3.10,USD,-310"})
    void respectsTheCurrencysOwnDigits(String decimal, String currency, long minor) {
        assertThat(Money.parse(decimal, currency)).isEqualTo(Money.of(minor, currency));
    }

    @ParameterizedTest
    @CsvSource({"15.001,CNY", "1.5,JPY", "1e3,CNY", "15,00,CNY", "'',CNY", "1.00,CNX", "1.00,XAU"})
    void refusesWhatTheCurrencyCannotHold(String decimal, String currency) {
        assertThatThrownBy(() -> Money.parse(decimal, currency)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void throwsOnOverflowAndOnMixedCurrencies() {
        Money most = Money.of(Long.MAX_VALUE, "CNY");
        assertThatThrownBy(() -> most.plus(Money.of(1, "CNY"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.plus(Money.of(1, "USD"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesMajorUnits() {
        assertThat(Money.of(1500, "CNY").toDecimal()).isEqualTo("15.00");
        assertThat(Money.of(1500, "JPY").toDecimal()).isEqualTo("1500");
        assertThat(Money.of(1500, "KWD").toDecimal()).isEqualTo("1.500");
    }
}
