package io.sluice.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTest {

    private static final YearMonth EXPIRY = YearMonth.of(2031, 12);

    @Test
    void showsSixDigitsAndFour() {
        assertThat(new Card("6200000000000005", EXPIRY)).hasToString("Card[620000******0005]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4111 1111 1111 1111", "41111111111", "41111111111111111111", "4111111111111112"})
    void refusesWhatIsNoNumberWithoutQuotingIt(String number) {
        assertThatThrownBy(() -> new Card(number, EXPIRY))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("must be ")
                .doesNotContain("4111");
    }
}
