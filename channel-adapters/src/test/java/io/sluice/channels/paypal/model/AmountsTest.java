package io.sluice.channels.paypal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "USD, 1, 0.01",
        "USD, 1500, 15.00",
        "JPY, 1500, 1500",
        "KWD, 1, 0.001",
        "KWD, 1500, 1.500",
        "HUF, 150000, 1500",
        "USD, 999999999, 9999999.99"
    })
    void areDecimalsWithTheDigitsOfTheirCurrency(String currency, long minor, String value) {
        Money amount = Money.of(minor, currency);

        assertThat(Amounts.payable(amount)).isTrue();
        assertThat(Amounts.value(amount)).isEqualTo(value);
        assertThat(Money.parse(value, currency)).isEqualTo(amount);
    }

    @Test
    void areWholeWhereThePayPalTakesNoDecimals() {
        assertThat(Amounts.payable(Money.of(150_001, "HUF"))).isFalse();
    }
}
