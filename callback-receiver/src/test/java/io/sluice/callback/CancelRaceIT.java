package io.sluice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.callback.fixture.Channel;
import io.sluice.callback.fixture.Eventually;
import io.sluice.callback.fixture.ReceiverFixture;
import io.sluice.core.payment.Cancellations;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Merchants cancel while payers pay and the loop asks: the channel's book decides, and the payment says the same. */
class CancelRaceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static ReceiverFixture receiver;

    @BeforeAll
    static void start() {
        receiver = ReceiverFixture.start(2);
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Test
    void cancelBeforeThePayerCloses() {
        Payment payment = receiver.pay("never");

        assertThat(cancel(payment).state()).isEqualTo(PaymentState.CLOSED);
        assertThat(Channel.pay(number(payment))).contains("ORDER_CLOSED");
    }

    @Test
    void cancelAfterThePayerFindsItPaid() {
        Payment payment = receiver.pay("never");
        Channel.pay(number(payment));

        assertThat(cancel(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void cancelOfAnUnknownOutcomeEndsInWhatIsTrue() {
        Payment charged = receiver.pay("timeout-charged");
        cancel(charged);
        Payment absent = receiver.pay("timeout-not-charged");
        assertThat(cancel(absent).state()).isEqualTo(PaymentState.CLOSING);

        Eventually.holds(() -> receiver.find(charged).state().isFinal());
        boolean paid = Channel.order(number(charged)).contains("\"trade_state\":\"SUCCESS\"");
        assertThat(receiver.find(charged).state()).isEqualTo(paid ? PaymentState.SUCCEEDED : PaymentState.CLOSED);
        receiver.await(absent, PaymentState.CLOSED);
    }

    @Test
    void moneyThatIsToldOfAfterTheEndIsAConflict() {
        Payment payment = receiver.pay("never");
        cancel(payment);

        Channel.send(Channel.callback(callbacks(), Channel.paid(number(payment), 1500), Instant.now()));
        receiver.await(payment, PaymentState.CONFLICTED);
        assertThat(cancel(payment).state()).isEqualTo(PaymentState.CONFLICTED);
    }

    /** Whatever comes first: one end, the one that the channel's book has, and every event in its place. */
    @Test
    void everyOrderOfEventsEndsAsTheChannelsBookSays() throws InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Payment> payments = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                Payment payment = receiver.pay("never");
                payments.add(payment);
                race(payment, random, threads);
            }
        }
        for (Payment payment : payments) {
            Eventually.holds(
                    () -> receiver.find(payment).state().isFinal(),
                    () -> "seed " + seed + ": " + receiver.find(payment));
            assertEndsAsInTheBook(receiver.find(payment), seed);
        }
    }

    private static void race(Payment payment, Random random, ExecutorService threads) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Runnable> racers = new ArrayList<>(List.of(
                () -> cancel(payment),
                () -> Channel.pay(number(payment)),
                () -> receiver.makeDue(payment),
                () -> cancel(payment)));
        Collections.shuffle(racers, random);
        List<CompletableFuture<Void>> running = racers.stream()
                .map(racer -> {
                    int millis = random.nextInt(25);
                    return CompletableFuture.runAsync(() -> startBehind(start, millis, racer), threads);
                })
                .toList();
        start.countDown();
        running.forEach(CompletableFuture::join);
    }

    /** A racer's own lag, drawn from the seed: it spreads the orders and waits for nothing. */
    private static void startBehind(CountDownLatch start, int millis, Runnable racer) {
        try {
            start.await();
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        racer.run();
    }

    private static void assertEndsAsInTheBook(Payment payment, long seed) {
        boolean paid = Channel.order(number(payment)).contains("\"trade_state\":\"SUCCESS\"");
        assertThat(payment.state())
                .as("seed %d: %s", seed, payment)
                .isEqualTo(paid ? PaymentState.SUCCEEDED : PaymentState.CLOSED);
        assertThat(receiver.rows.list(
                        "select sequence from sluice.payment_event where payment_id = ? order by sequence",
                        payment.id().value()))
                .hasSize(payment.version())
                .doesNotHaveDuplicates();
    }

    private static Payment cancel(Payment payment) {
        Payment cancelled = receiver.bean(Cancellations.class)
                .cancel(receiver.merchant, payment.id(), PATIENCE)
                .block();
        assertThat(cancelled).isNotNull();
        return cancelled;
    }

    private static String callbacks() {
        return receiver.url() + "/callbacks/" + receiver.account;
    }

    private static String number(Payment payment) {
        return payment.lastAttempt().id().channelNumber();
    }
}
