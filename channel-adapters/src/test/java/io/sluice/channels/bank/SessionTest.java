package io.sluice.channels.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Eventually;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

/** Sign-on, sign-off, outages and STANs that are taken. */
class SessionTest {

    private final Simulator simulator = new Simulator();
    private final Shop shop = new Shop(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void signsOnOnceForManyMessages() {
        assertApproved(Flux.range(0, 50)
                .flatMap(each -> shop.channel.pay(Shop.order("approved")), 50)
                .collectList()
                .block());
        assertThat(simulator.control("/traffic").path("sign_on").asInt()).isOne();
        assertThat(simulator.control("/traffic").path("0200").asInt()).isEqualTo(50);
    }

    @Test
    void signsOnAgainWhenToldToAndSendsTheSameOnce() {
        assertThat(shop.pay(Shop.order("approved"))).isInstanceOf(Approved.class);
        simulator.control("/sign-off", "{}");
        PayOrder order = Shop.order("approved");
        assertThat(shop.pay(order)).isInstanceOf(Approved.class);
        assertThat(simulator.booked("charges", order.number())).isOne();
        assertThat(simulator.control("/traffic").path("sign_on").asInt()).isEqualTo(2);
    }

    @Test
    void aWrongKeyIsNotSent() {
        var stranger = new Shop(simulator, Map.of("mac_key", "00".repeat(16)));
        assertThat(Shop.block(stranger.channel.pay(Shop.order("approved")))).isInstanceOf(NotSent.class);
        assertThat(simulator.control("/book").path("charges")).isEmpty();
    }

    @Test
    void anOutageIsNotSentAndOverWhenItIsOver() {
        assertThat(shop.pay(Shop.order("approved"))).isInstanceOf(Approved.class);
        simulator.control("/weather", "{\"outage\":{\"kind\":\"cut\",\"s\":0.7}}");
        assertThat(Eventually.get(() -> shop.pay(Shop.order("approved")), NotSent.class::isInstance))
                .isInstanceOf(NotSent.class);
        assertThat(Eventually.get(() -> shop.pay(Shop.order("approved")), Approved.class::isInstance))
                .isInstanceOf(Approved.class);
    }

    @Test
    void whoWasUnderWayWhenTheConnectionBrokeKnowsNothing() {
        simulator.control("/weather", "{\"latency\":{\"fixed_ms\":5000}}");
        PayOrder order = Shop.order("approved");
        var waiting = shop.channel.pay(order).toFuture();
        Eventually.get(() -> simulator.booked("charges", order.number()), count -> count == 1);
        simulator.control("/weather", "{\"outage\":{\"kind\":\"cut\",\"s\":0.2}}");
        assertThat(waiting.join()).isInstanceOf(Unknown.class);
        simulator.control("/weather", "{\"latency\":{\"fixed_ms\":0}}");
        assertThat(Eventually.get(() -> shop.reverse(order), Reversed.class::isInstance))
                .isInstanceOf(Reversed.class);
        assertThat(simulator.booked("charges", order.number())).isZero();
    }

    @Test
    void aStanThatIsTakenIsLeftToItsOwnerInReversalsToo() {
        List<String> colliding = Collisions.find();
        PayOrder first = Shop.order(colliding.get(0), 1500, "tea");
        PayOrder second = Shop.order(colliding.get(1), 1500, "tea outcome=timeout-charged");
        assertThat(shop.pay(first)).isInstanceOf(Approved.class);
        assertThat(shop.pay(second)).isInstanceOf(Unknown.class);
        assertThat(simulator.booked("charges", second.number())).isOne();
        assertThat(shop.reverse(second)).isEqualTo(new Reversed("00"));
        assertThat(simulator.booked("charges", second.number())).isZero();
        assertThat(simulator.booked("charges", first.number())).isOne();
    }

    @ParameterizedTest
    @CsvSource({"timeout-charged, 98", "drop-after, 98", "bad-mac, A0", "error-after, 06", "partial-approval, 06"})
    void aReversalTellsItsReason(String outcome, String reason) {
        PayOrder order = Shop.order(outcome);
        var unknown = (Unknown) shop.pay(order);
        var reference = new OrderReference(
                order.number(), order.amount(), "card", null, false, order.expiresAt(), Shop.CARD, unknown.code());
        Eventually.get(() -> Shop.block(shop.channel.reverse(reference)), Reversed.class::isInstance);
        assertThat(simulator.control("/traffic").path("0400 " + reason).asInt()).isOne();
    }

    @Test
    void twoThatCollideAreMatchedEachWithItsOwn() {
        simulator.control("/weather", "{\"latency\":{\"least_ms\":0,\"most_ms\":100}}");
        List<String> colliding = Collisions.find();
        List<ChannelOutcome> outcomes = Flux.fromStream(IntStream.range(0, 2).boxed())
                .flatMap(each -> shop.channel.pay(Shop.order(colliding.get(each), 1500, "tea")))
                .collectList()
                .block();
        assertApproved(outcomes);
        colliding.forEach(
                number -> assertThat(simulator.booked("charges", number)).isOne());
    }

    private static void assertApproved(List<ChannelOutcome> outcomes) {
        assertThat(outcomes).isNotEmpty().hasOnlyElementsOfType(Approved.class);
    }
}
