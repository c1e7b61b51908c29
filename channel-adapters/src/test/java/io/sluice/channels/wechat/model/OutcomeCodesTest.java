package io.sluice.channels.wechat.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.DocumentedCodes;
import io.sluice.channels.model.Reply;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.OutcomeCode;
import org.junit.jupiter.api.Test;

class OutcomeCodesTest {

    @Test
    void documentedAsTheyAre() {
        assertThat(DocumentedCodes.of("WeChat Pay")).isEqualTo(OutcomeCodes.MEANINGS);
    }

    @Test
    void refusalsCarryTheirMeaning() {
        assertThat(OrderPolicy.outcome(new Reply.Refusal<>(403, "NOT_ENOUGH", "")))
                .isInstanceOfSatisfying(
                        ChannelOutcome.Declined.class,
                        it -> assertThat(it.meaning()).isEqualTo(OutcomeCode.INSUFFICIENT_FUNDS));
        assertThat(OrderPolicy.outcome(new Reply.Refusal<>(401, "SIGN_ERROR", "")))
                .isInstanceOfSatisfying(
                        ChannelOutcome.NotSent.class,
                        it -> assertThat(it.meaning()).isEqualTo(OutcomeCode.ACCOUNT_MISCONFIGURED));
    }
}
