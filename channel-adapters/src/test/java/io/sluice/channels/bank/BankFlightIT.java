package io.sluice.channels.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.Batch;
import io.sluice.core.channel.BatchLine;
import io.sluice.core.channel.BatchOutcome.Agreed;
import io.sluice.core.channel.BatchTotals;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.id.AttemptId;
import io.sluice.core.money.Money;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Two thousand purchases in flight over one connection, their answers shuffled over a second, a twentieth of all messages lost on the way
 * there or back, reversals included. All end right, every reversal is answered, and the bank's book is ours: charge by charge, and then in the totals of
 * the day, which the bank agrees with.
 */
class BankFlightIT {

    private static final int PURCHASES = 2000;
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final AtomicInteger reversals = new AtomicInteger();

    @Test
    void allEndRightAndTheBooksAgree() {
        try (var simulator = new Simulator()) {
            simulator.control("/weather", """
                    {"seed": 8583, "latency": {"least_ms": 2500, "most_ms": 3500},
                     "rates": {"lost_question": 0.025, "lost_answer": 0.025}}""");
            var shop = new Shop(simulator);
            List<PayOrder> orders = IntStream.range(0, PURCHASES)
                    .mapToObj(each -> Shop.order(AttemptId.next().channelNumber(), 100 + each, "tea"))
                    .toList();
            Map<String, ChannelOutcome> ends = new ConcurrentHashMap<>();

            Flux.fromIterable(orders)
                    .flatMap(order -> toItsEnd(shop, order).doOnNext(end -> ends.put(order.number(), end)), PURCHASES)
                    .then()
                    .block(Duration.ofMinutes(4));

            assertThat(mostInFlight).hasValue(PURCHASES);
            assertThat(simulator.control("/traffic").path("sign_on").asInt())
                    .as("connections")
                    .isOne();
            assertThat(ends).hasSize(PURCHASES);
            assertThat(reversals.get()).as("reversals").isBetween(50, 200);
            assertThat(charged(simulator)).isEqualTo(paid(ends));
            simulator.control("/weather", "{\"calm\":true}");
            assertSettled(shop, ends);
            System.out.printf(
                    "%d purchases in flight, %d paid, %d taken back by %d messages to the host%n",
                    mostInFlight.get(),
                    paid(ends).size(),
                    PURCHASES - paid(ends).size(),
                    simulator.control("/traffic").path("0400").asInt());
        }
    }

    private Mono<ChannelOutcome> toItsEnd(Shop shop, PayOrder order) {
        return Mono.defer(() -> {
                    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                    return patiently(shop.channel.pay(order));
                })
                .doOnNext(outcome -> inFlight.decrementAndGet())
                .flatMap(outcome -> outcome instanceof Unknown ? takenBack(shop, order) : Mono.just(outcome));
    }

    /** Repeated until it is answered. */
    private Mono<ChannelOutcome> takenBack(Shop shop, PayOrder order) {
        reversals.incrementAndGet();
        var reference = new OrderReference(order.number(), order.amount(), null, false, Shop.CARD);
        return Mono.defer(() -> patiently(shop.channel.reverse(reference)))
                .repeat()
                .filter(outcome -> !(outcome instanceof Unknown))
                .next();
    }

    private static Mono<ChannelOutcome> patiently(Mono<ChannelOutcome> call) {
        return call.timeout(PATIENCE)
                .onErrorResume(TimeoutException.class, late -> Mono.just(new Unknown("deadline_passed", "no answer")));
    }

    private static Set<String> paid(Map<String, ChannelOutcome> ends) {
        assertThat(ends.values()).hasOnlyElementsOfTypes(Approved.class, Reversed.class);
        return ends.entrySet().stream()
                .filter(end -> end.getValue() instanceof Approved)
                .map(end ->
                        end.getKey() + " " + ((Approved) end.getValue()).paid().minor())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By day, for a flight may pass midnight. */
    private static void assertSettled(Shop shop, Map<String, ChannelOutcome> ends) {
        Map<Batch, BatchTotals> days = new HashMap<>();
        ends.forEach((number, end) -> {
            if (end instanceof Approved(Money paid, String reference)) {
                var line = new BatchLine(reference, paid.minor(), false);
                days.merge(
                        shop.channel.batchAt(Shop.madeAt(number)),
                        BatchTotals.NOTHING.plus(line),
                        (totals, more) -> totals.plus(line));
            }
        });
        assertThat(days).isNotEmpty();
        assertThat(days)
                .allSatisfy((day, totals) -> assertThat(Shop.block(shop.channel.settle(day, totals)))
                        .as(day + " " + totals)
                        .isInstanceOf(Agreed.class));
    }

    private static Set<String> charged(Simulator simulator) {
        JsonNode charges = simulator.control("/book").path("charges");
        Set<String> lines = charges.valueStream()
                .map(line -> line.path("number").asString("") + " "
                        + line.path("amount").asLong())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(lines).hasSize(charges.size());
        return lines;
    }
}
