package io.sluice.channels.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Eventually;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** How many connections there are, and how it is known whether they live. */
class ConnectionTest {

    private static final int MANY = 30;

    private final Simulator simulator = new Simulator();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aFewAreUsedInTurnAndEachSignsOnOnce() {
        var shop = new Shop(simulator, Map.of("connections", "3"));
        List<ChannelOutcome> outcomes = Flux.range(0, MANY)
                .flatMap(each -> Shop.patiently(shop.channel.pay(Shop.order("approved"))), MANY)
                .collectList()
                .block();
        assertThat(outcomes).hasSize(MANY).hasOnlyElementsOfType(Approved.class);
        assertThat(messages("sign_on")).isEqualTo(3);
    }

    @Test
    void aQuietOneIsAskedWhetherItLivesAndKeptWhenItDoes() {
        var shop = new Shop(simulator, Map.of("echo_seconds", "1"));
        assertThat(shop.pay(Shop.order("approved"))).isInstanceOf(Approved.class);
        Eventually.get(() -> messages("0800"), count -> count >= 3);
        assertThat(shop.pay(Shop.order("approved"))).isInstanceOf(Approved.class);
        assertThat(messages("sign_on")).isOne();
    }

    @Test
    void aDeadOneIsCutAndAnotherComesUpByItself() {
        try (var meddler = new Meddler(simulator.server.port())) {
            var fields = Map.of("echo_seconds", "1", "port", String.valueOf(meddler.port()));
            var shop = new Shop(simulator, fields);
            assertThat(shop.pay(Shop.order("approved"))).isInstanceOf(Approved.class);
            meddler.way = (frame, terminal) -> {};
            Eventually.get(meddler::connections, count -> count >= 2);
            meddler.way = Meddler.FAITHFULLY;
            assertThat(Eventually.get(() -> shop.pay(Shop.order("approved")), Approved.class::isInstance))
                    .isInstanceOf(Approved.class);
        }
    }

    private int messages(String type) {
        return simulator.control("/traffic").path(type).asInt();
    }
}
