package io.sluice.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.ClosedPort;
import io.sluice.channels.fixture.Eventually;
import io.sluice.channels.fixture.Stranger;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.PayOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever goes wrong, the outcome says whether money may have moved, and what nobody knows becomes known: by asking where the channel
 * answers, else by taking it back.
 */
public interface DoubtContract {

    /** One for each test. */
    Shop<?> shop();

    /** Keys, tokens and connections are there, so that a fault strikes the call it is meant for. */
    @BeforeEach
    default void warm() {
        shop().place(shop().order(shop().harmless()));
    }

    @AfterEach
    default void heal() {
        shop().simulator().heal();
    }

    /** Where nobody answers inquiries the reversal tells: it was taken back. */
    @ParameterizedTest
    @ValueSource(strings = {"timeout-charged", "charged-late", "error-after", "garbage"})
    default void aLostAnswerIsUnknownUntilAnInquiryTells(String outcome) {
        PayOrder order = shop().order(outcome);
        List<ChannelOutcome> heard = new ArrayList<>();
        ChannelOutcome first = shop().pay(order);
        heard.add(first);
        var placed = new Placed(order, first instanceof Pending pending ? pending.channelReference() : null);

        ChannelOutcome end = Eventually.get(
                () -> {
                    ChannelOutcome answer = shop().settle(placed);
                    heard.add(answer);
                    return answer;
                },
                answer -> answer instanceof Approved || answer instanceof Reversed);
        assertThat(heard)
                .hasAtLeastOneElementOfType(Unknown.class)
                .hasOnlyElementsOfTypes(Unknown.class, Pending.class, Absent.class, Approved.class, Reversed.class);
        assertThat(shop().simulator().charges(order.number())).isEqualTo(end instanceof Approved ? 1 : 0);
    }

    /** Or taken back, which a channel without inquiries does with what it has never seen. */
    @Test
    default void anOrderThatWasLostIsUnknownAndThenAbsent() {
        PayOrder order = shop().order("timeout-not-charged");

        assertThat(shop().pay(order)).isInstanceOf(Unknown.class);
        assertThat(shop().settle(new Placed(order, null))).isInstanceOfAny(Absent.class, Reversed.class);
        assertThat(shop().simulator().charges(order.number())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_connection", "drop_after", "system_error_before", "system_error_after"})
    default void aBrokenCallIsUnknownAndItsRepetitionGetsThrough(String fault) {
        PayOrder order = shop().order(shop().harmless());
        shop().simulator().fault(fault, 1);

        assertThat(shop().pay(order)).isInstanceOf(Unknown.class);
        assertThat(Eventually.get(() -> shop().pay(order), outcome -> !(outcome instanceof NotSent)))
                .isInstanceOfAny(Pending.class, Approved.class);
        assertThat(shop().simulator().charges(order.number())).isLessThanOrEqualTo(1);
    }

    @Test
    default void anOrderRefusedForItsFrequencyWasNotSent() {
        shop().simulator().fault("frequency_limited", 1);
        PayOrder order = shop().order(shop().harmless());

        assertThat(shop().pay(order)).isInstanceOf(NotSent.class);
        assertThat(shop().simulator().charges(order.number())).isZero();
    }

    @Test
    default void withoutAConnectionNothingIsSentAndNothingIsLearned() throws IOException {
        try (var nobody = new ClosedPort()) {
            Shop<?> nowhere = shop().elsewhere(nobody.url());

            assertThat(nowhere.pay(shop().order(shop().harmless())))
                    .isInstanceOfSatisfying(
                            NotSent.class, it -> assertThat(it.code()).isIn("connection_failed", "not_connected"));
            assertThat(nowhere.settle(new Placed(shop().order(shop().harmless()), "1")))
                    .isInstanceOf(Unknown.class);
        }
    }

    @Test
    default void nobodyElsesAnswerIsBelieved() {
        try (var stranger = new Stranger("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            Shop<?> deceived = shop().elsewhere(stranger.url());

            assertThat(deceived.pay(shop().order(shop().harmless()))).isInstanceOfAny(NotSent.class, Unknown.class);
            assertThat(deceived.settle(new Placed(shop().order(shop().harmless()), "1")))
                    .isInstanceOf(Unknown.class);
        }
    }
}
