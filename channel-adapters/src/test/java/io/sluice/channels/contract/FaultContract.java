package io.sluice.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Eventually;
import io.sluice.channels.fixture.Stranger;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.PayOrder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, the outcome says whether money may have moved. */
public interface FaultContract {

    /** One for each test. */
    Shop<?> shop();

    /** Keys and tokens are fetched, so that a fault strikes the call it is meant for. */
    @BeforeEach
    default void warm() {
        shop().place(shop().order("never"));
    }

    @AfterEach
    default void heal() {
        shop().simulator().heal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout-charged", "charged-late", "error-after", "garbage"})
    default void aLostAnswerIsUnknownUntilAnInquiryTells(String outcome) {
        PayOrder order = shop().order(outcome);
        List<ChannelOutcome> heard = new ArrayList<>();
        ChannelOutcome first = shop().pay(order);
        heard.add(first);
        var placed = new Placed(order, first instanceof Pending pending ? pending.channelReference() : null);

        Eventually.get(
                () -> {
                    ChannelOutcome answer = shop().inquire(placed);
                    heard.add(answer);
                    return answer;
                },
                Approved.class::isInstance);
        assertThat(heard)
                .hasAtLeastOneElementOfType(Unknown.class)
                .hasOnlyElementsOfTypes(Unknown.class, Pending.class, Approved.class, Absent.class);
        assertThat(shop().simulator().charges(order.number())).isEqualTo(1);
    }

    @Test
    default void anOrderThatWasLostIsUnknownAndThenAbsent() {
        PayOrder order = shop().order("timeout-not-charged");

        assertThat(shop().pay(order)).isInstanceOf(Unknown.class);
        assertThat(shop().inquire(new Placed(order, null))).isInstanceOf(Absent.class);
        assertThat(shop().simulator().charges(order.number())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_connection", "drop_after", "system_error_before", "system_error_after"})
    default void aBrokenCallIsUnknownAndItsRepetitionGetsThrough(String fault) {
        PayOrder order = shop().order("never");
        shop().simulator().fault(fault, 1);

        assertThat(shop().pay(order)).isInstanceOf(Unknown.class);
        assertThat(shop().pay(order)).isInstanceOf(Pending.class);
    }

    @Test
    default void anOrderRefusedForItsFrequencyWasNotSent() {
        shop().simulator().fault("frequency_limited", 1);

        assertThat(shop().pay(shop().order("never"))).isInstanceOf(NotSent.class);
    }

    @Test
    default void anInquiryRefusedForItsFrequencyTellsNothing() {
        Placed placed = shop().place(shop().order("never"));
        shop().simulator().fault("frequency_limited", 1);

        assertThat(shop().inquire(placed)).isInstanceOf(Unknown.class);
    }

    @Test
    default void anAnswerAfterTheDeadlineIsUnknown() {
        Placed placed = shop().place(shop().order("never"));
        shop().simulator().fault("latency_ms", (int) Shop.DEADLINE.toMillis());

        assertThat(shop().inquire(placed)).isInstanceOf(Unknown.class);
    }

    @Test
    default void withoutAConnectionNothingIsSentAndNothingIsLearned() throws IOException {
        Shop<?> nowhere = shop().elsewhere("http://127.0.0.1:" + freePort());

        assertThat(nowhere.pay(shop().order("never")))
                .isInstanceOfSatisfying(
                        NotSent.class, it -> assertThat(it.code()).isEqualTo("connection_failed"));
        assertThat(nowhere.inquire(new Placed(shop().order("never"), "1"))).isInstanceOf(Unknown.class);
    }

    @Test
    default void nobodyElsesAnswerIsBelieved() {
        try (var stranger = new Stranger("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            Shop<?> deceived = shop().elsewhere(stranger.url());

            assertThat(deceived.pay(shop().order("never"))).isInstanceOfAny(NotSent.class, Unknown.class);
            assertThat(deceived.inquire(new Placed(shop().order("never"), "1"))).isInstanceOf(Unknown.class);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
