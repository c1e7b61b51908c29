package io.sluice.core.card.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.channel.Capabilities.MethodCapability;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardPolicyTest {

    private static final List<Capabilities> OFFERS = List.of(
            new Capabilities(
                    "bank",
                    List.of(new MethodCapability("card", List.of("CNY"), 1, 100, false, ManualCapture.ONCE, true)),
                    Duration.ZERO),
            new Capabilities(
                    "wechat",
                    List.of(new MethodCapability("wechat_native", List.of("CNY"), 1, 100, false)),
                    Duration.ZERO));

    @Test
    void aCardWhereItIsNeededAndNowhereElse() {
        assertThat(CardPolicy.objection("card", true, OFFERS)).isEmpty();
        assertThat(CardPolicy.objection("wechat_native", false, OFFERS)).isEmpty();
        assertThat(CardPolicy.objection("card", false, OFFERS))
                .hasValueSatisfying(no -> assertThat(no.code()).isEqualTo("card_required"));
        assertThat(CardPolicy.objection("wechat_native", true, OFFERS))
                .hasValueSatisfying(no -> assertThat(no.code()).isEqualTo("card_unexpected"));
    }

    @Test
    void aMethodThatNobodyOffersIsRefusedForThat() {
        assertThat(CardPolicy.objection("alipay", true, OFFERS)).isEmpty();
    }
}
