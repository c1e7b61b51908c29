package io.sluice.core.merchant.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeeRuleTest {

    private final List<FeeRule> rules = List.of(new FeeRule("CNY", 60, 0), new FeeRule("JPY", 300, 40));

    @Test
    void roundsHalfUpInMinorUnits() {
        assertThat(FeeRule.fee(rules, Money.of(1500, "CNY"))).isEqualTo(Money.of(9, "CNY"));
        assertThat(FeeRule.fee(rules, Money.of(75, "CNY"))).isEqualTo(Money.of(0, "CNY"));
        assertThat(FeeRule.fee(rules, Money.of(84, "CNY"))).isEqualTo(Money.of(1, "CNY"));
    }

    @Test
    void neverExceedsTheAmountAndNeverOverflows() {
        assertThat(FeeRule.fee(rules, Money.of(10, "JPY"))).isEqualTo(Money.of(10, "JPY"));
        assertThat(FeeRule.fee(rules, Money.of(Long.MAX_VALUE, "CNY")).minor()).isPositive();
    }

    @Test
    void isZeroWhereNoRuleSpeaksOfTheCurrency() {
        assertThat(FeeRule.fee(rules, Money.of(1000, "USD"))).isEqualTo(Money.of(0, "USD"));
    }
}
