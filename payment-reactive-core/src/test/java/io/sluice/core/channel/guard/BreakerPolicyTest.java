package io.sluice.core.channel.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.TellsBalance.Balance;
import io.sluice.core.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakerPolicyTest {

    @Test
    void whatTheChannelCouldNotDoSpeaksAgainstIt() {
        assertThat(List.<ChannelOutcome>of(
                        new NotSent(Fault.CHANNEL, "connection_failed", ""),
                        new Unknown("deadline_passed", ""),
                        new Unknown(Fault.CHANNEL, "SYSTEM_ERROR", "")))
                .allMatch(BreakerPolicy::isFailure);
    }

    @Test
    void whatIsWrongWithAnOrderDoesNot() {
        assertThat(List.<ChannelOutcome>of(
                        new NotSent(Fault.ORDER, "PARAM_ERROR", ""), new Unknown(Fault.ORDER, "OUT_TRADE_NO_USED", "")))
                .noneMatch(BreakerPolicy::isFailure);
    }

    @Test
    void aBalanceThatIsNotToldDoesButARefusalDoesNot() {
        assertThat(BreakerPolicy.isFailure(new Balance.Unavailable("deadline_passed", "")))
                .isTrue();
        assertThat(List.<Balance>of(new Balance.Known(Money.of(1, "CNY")), new Balance.Refused("14", "")))
                .noneMatch(BreakerPolicy::isFailure);
    }

    @Test
    void anAnswerDoesNotWhateverItSays() {
        assertThat(List.<ChannelOutcome>of(
                        new Approved(Money.of(1500, "CNY"), "ref"),
                        new Declined(true, "RULE_LIMIT", ""),
                        new Pending(null, null),
                        new Closed("CLOSED"),
                        new Absent("ORDER_NOT_EXIST")))
                .noneMatch(BreakerPolicy::isFailure);
    }
}
