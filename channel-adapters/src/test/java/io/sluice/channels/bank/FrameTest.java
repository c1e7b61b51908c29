package io.sluice.channels.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Eventually;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.PayOrder;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Frames as they come over real networks, and as no host should send them. */
class FrameTest {

    private static final Simulator SIMULATOR = new Simulator();
    private static final int MANY = 20;

    private final Meddler meddler = new Meddler(SIMULATOR.server.port());
    private final Shop shop = new Shop(SIMULATOR, Map.of("port", String.valueOf(meddler.port())));

    @AfterAll
    static void closeHost() {
        SIMULATOR.close();
    }

    @BeforeEach
    void connect() {
        assertThat(shop.pay(Shop.order("approved"))).isInstanceOf(Approved.class);
    }

    @AfterEach
    void close() {
        meddler.close();
    }

    @Test
    void anAnswerThatComesByteByByteIsOne() {
        meddler.way = (frame, terminal) -> {
            for (byte one : Meddler.framed(frame.length, frame)) {
                terminal.write(one);
                terminal.flush();
            }
        };
        assertThat(shop.pay(Shop.order("approved"))).isInstanceOf(Approved.class);
        assertThat(meddler.connections()).isOne();
    }

    @Test
    void answersThatComeTogetherAreMany() {
        var together = new ByteArrayOutputStream();
        var count = new int[1];
        meddler.way = (frame, terminal) -> {
            together.write(Meddler.framed(frame.length, frame));
            count[0]++;
            if (count[0] == MANY) {
                terminal.write(together.toByteArray());
            }
        };
        List<ChannelOutcome> outcomes = Flux.range(0, MANY)
                .flatMap(each -> Shop.patiently(shop.channel.pay(Shop.order("approved"))), MANY)
                .collectList()
                .block();
        assertThat(outcomes).hasSize(MANY).hasOnlyElementsOfType(Approved.class);
    }

    /** Nothing; no answer at all; and more than a frame may have, for whose end nobody waits. */
    @ParameterizedTest
    @ValueSource(ints = {0, 60, 1025, 0xFFFF})
    void aFrameThatIsNoneEndsTheConnectionAndNothingIsKnown(int length) {
        meddler.way = (frame, terminal) -> terminal.write(
                Meddler.isOfPurchase(frame)
                        ? Meddler.framed(length, new byte[Math.min(length, 60)])
                        : Meddler.framed(frame.length, frame));
        PayOrder order = Shop.order("approved");
        assertThat(shop.pay(order))
                .isInstanceOfSatisfying(
                        Unknown.class, it -> assertThat(it.code()).isEqualTo("connection_lost"));
        assertTakenBackOverAnother(order);
    }

    /** What is stated and never comes: nobody waits for ever, and the connection is tried and given up. */
    @Test
    void aFrameWithoutItsEndIsGivenUp() {
        meddler.way = (frame, terminal) -> terminal.write(Meddler.framed(1000, frame));
        PayOrder order = Shop.order("approved");
        assertThat(shop.pay(order)).isInstanceOf(Unknown.class);
        assertTakenBackOverAnother(order);
    }

    private void assertTakenBackOverAnother(PayOrder order) {
        meddler.way = Meddler.FAITHFULLY;
        assertThat(Eventually.get(() -> shop.reverse(order), Reversed.class::isInstance))
                .isInstanceOf(Reversed.class);
        assertThat(meddler.connections()).isEqualTo(2);
        assertThat(SIMULATOR.booked("charges", order.number())).isZero();
    }
}
