package io.sluice.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome.Unknown;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong with a question, it tells nothing about its order. */
public interface FaultContract extends DoubtContract {

    @Test
    default void anInquiryRefusedForItsFrequencyTellsNothing() {
        Placed placed = shop().place(shop().order("never"));
        shop().simulator().fault("frequency_limited", 1);

        assertThat(shop().inquire(placed)).isInstanceOf(Unknown.class);
    }

    @Test
    default void anAnswerAfterTheDeadlineIsUnknown() {
        Placed placed = shop().place(shop().order("never"));
        shop().simulator().slow(Shop.DEADLINE);

        assertThat(shop().inquire(placed)).isInstanceOf(Unknown.class);
    }
}
