package io.sluice.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.Payments.Acceptance;
import io.sluice.core.payment.Payments.Acceptance.Accepted;
import io.sluice.core.payment.Payments.Recording;
import io.sluice.core.payment.Payments.Recording.Recorded;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** What every implementation of {@link Payments} says when the store, or the way to it, fails. */
public abstract class PaymentsTroubleContract {

    protected static final Duration LIMIT = Duration.ofSeconds(30);

    /** One lane, so that it is known who waits for whom; a small queue; doubts that end soon. */
    protected static final GatheringOptions OPTIONS = GatheringOptions.named("payments")
            .withQueue(16)
            .withPatience(Duration.ofMillis(1200), Duration.ofSeconds(4));

    /** Where the payments under test count their batches. */
    protected final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final MerchantId merchant = MerchantId.next();

    /** With {@link #OPTIONS}. */
    protected abstract Payments payments();

    /** The payment as the store holds it, asked beside all trouble; null when it does not. */
    protected abstract @Nullable Payment stored(Payment payment);

    /** Requests do not arrive. */
    protected abstract void holdRequests();

    /** Requests are carried out, and nobody hears of it. */
    protected abstract void loseAnswers();

    /** Connections that stand break, with all that is on them; new ones work. */
    protected abstract void breakConnections();

    /** Connections that stand break, new ones are refused. */
    protected abstract void goAway();

    /** Requests arrive again. */
    protected abstract void recover();

    @Test
    void anAcceptanceThatWasWrittenIsFound() {
        Transition acceptance = acceptance("k");
        loseAnswers();
        CompletableFuture<Acceptance> answer = accept(acceptance, "k").toFuture();
        await(() -> stored(acceptance.after()) != null);
        breakConnections();

        assertThat(get(answer)).isEqualTo(new Accepted(acceptance.after()));
    }

    @Test
    void anAcceptanceThatWasNotWrittenIsWrittenAgain() {
        Transition acceptance = acceptance("k");
        holdRequests();
        CompletableFuture<Acceptance> answer = accept(acceptance, "k").toFuture();
        awaitSent(1);
        breakConnections();

        assertThat(get(answer)).isEqualTo(new Accepted(acceptance.after()));
        assertThat(stored(acceptance.after())).isEqualTo(acceptance.after());
    }

    @Test
    void aDecisionThatWasWrittenIsFound() {
        Transition decision = decision(accepted("k"));
        loseAnswers();
        CompletableFuture<Recording> answer = payments().record(decision).toFuture();
        await(() -> decision.after().equals(stored(decision.after())));
        breakConnections();

        assertThat(get(answer)).isEqualTo(new Recorded(decision.after()));
    }

    @Test
    void aDecisionThatWasNotWrittenIsWrittenAgain() {
        Transition decision = decision(accepted("k"));
        holdRequests();
        CompletableFuture<Recording> answer = payments().record(decision).toFuture();
        awaitSent(2);
        breakConnections();

        assertThat(get(answer)).isEqualTo(new Recorded(decision.after()));
        assertThat(stored(decision.after())).isEqualTo(decision.after());
    }

    @Test
    void withoutAStoreWritesAreRefusedSoon() {
        goAway();
        // Whether the first still meets the broken connection, and is in doubt, is a matter of microseconds.
        assertThat(error(accept(acceptance("first"), "first").toFuture()))
                .isInstanceOfAny(StoreUnavailableException.class, WriteInDoubtException.class);
        List<CompletableFuture<Acceptance>> answers = Stream.of("a", "b", "c")
                .map(key -> accept(acceptance(key), key).toFuture())
                .toList();
        long start = System.nanoTime();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(error(answer)).isInstanceOf(StoreUnavailableException.class));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));

        recover();
        assertThat(eventuallyAccepted("d")).isInstanceOf(Accepted.class);
    }

    @Test
    void behindASilentStoreWritesAreRefusedSoon() {
        holdRequests();
        CompletableFuture<Acceptance> sent = accept(acceptance("a"), "a").toFuture();
        awaitSent(1);

        assertThat(error(accept(acceptance("b"), "b").toFuture())).isInstanceOf(StoreUnavailableException.class);
        assertThat(sent).as("what is in doubt takes longer").isNotDone();
        recover();
        assertThat(get(sent)).isInstanceOf(Accepted.class);
    }

    @Test
    void whatWasSentIsInDoubtWhenTheStoreStaysAway() {
        Transition acceptance = acceptance("k");
        loseAnswers();
        CompletableFuture<Acceptance> answer = accept(acceptance, "k").toFuture();
        await(() -> stored(acceptance.after()) != null);
        goAway();

        assertThat(error(answer)).isInstanceOf(WriteInDoubtException.class);
        recover();
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        holdRequests();
        CompletableFuture<Acceptance> sent = accept(acceptance("sent"), "sent").toFuture();
        awaitSent(1);
        List<CompletableFuture<Acceptance>> waiting = IntStream.range(0, 16)
                .mapToObj(i -> accept(acceptance("k" + i), "k" + i).toFuture())
                .toList();
        CompletableFuture<Acceptance> tooMuch =
                accept(acceptance("more"), "more").toFuture();

        assertThat(tooMuch).isDone();
        assertThat(error(tooMuch))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("queue is full (16");
        recover();
        assertThat(get(sent)).isInstanceOf(Accepted.class);
        assertThat(waiting).allSatisfy(answer -> assertThat(get(answer)).isInstanceOf(Accepted.class));
    }

    @Test
    void whoCancelsBeforeTheSendingIsNotWritten() {
        holdRequests();
        CompletableFuture<Acceptance> sent = accept(acceptance("sent"), "sent").toFuture();
        awaitSent(1);
        Transition regretted = acceptance("regretted");
        Disposable cancelled = accept(regretted, "regretted").subscribe();
        CompletableFuture<Acceptance> next = accept(acceptance("next"), "next").toFuture();
        cancelled.dispose();
        recover();

        assertThat(get(sent)).isInstanceOf(Accepted.class);
        assertThat(get(next)).isInstanceOf(Accepted.class);
        assertThat(stored(regretted.after())).isNull();
    }

    @Test
    void whoCancelsAfterTheSendingIsWritten() {
        Transition acceptance = acceptance("k");
        holdRequests();
        Disposable cancelled = accept(acceptance, "k").subscribe();
        awaitSent(1);
        cancelled.dispose();
        recover();

        await(() -> acceptance.after().equals(stored(acceptance.after())));
    }

    @Test
    void everyAnswerIsTrueWhileConnectionsBreak() {
        List<CompletableFuture<Payment>> answers = IntStream.range(0, 200)
                .mapToObj(i -> acceptedAndDecided("k" + i).toFuture())
                .toList();
        for (int times = 0; times < 10; times++) {
            long batches = meters.get("sluice.gather.batch.size").summary().count();
            await(() -> isSettled(answers)
                    || meters.get("sluice.gather.batch.size").summary().count() > batches);
            breakConnections();
        }

        assertThat(answers).allSatisfy(answer -> {
            Payment said = get(answer);
            assertThat(stored(said)).isEqualTo(said);
        });
    }

    private static boolean isSettled(List<CompletableFuture<Payment>> answers) {
        return answers.stream().allMatch(CompletableFuture::isDone);
    }

    /** A merchant's patience: what was refused is tried again. */
    private Mono<Payment> acceptedAndDecided(String key) {
        Transition acceptance = acceptance(key);
        Transition decision = decision(acceptance.after());
        return accept(acceptance, key)
                .retryWhen(whileUnavailable())
                .then(Mono.defer(() -> payments().record(decision)).retryWhen(whileUnavailable()))
                .cast(Recorded.class)
                .map(Recorded::payment);
    }

    private static reactor.util.retry.Retry whileUnavailable() {
        return reactor.util.retry.Retry.fixedDelay(1000, Duration.ofMillis(5))
                .filter(StoreUnavailableException.class::isInstance);
    }

    // ---------------------------------------------------------------------------------------------------------------

    private Transition acceptance(String key) {
        return PaymentFixtures.acceptance(command(key));
    }

    private AcceptPayment command(String key) {
        return PaymentFixtures.command(merchant, key, key);
    }

    private Mono<Acceptance> accept(Transition acceptance, String key) {
        return payments().accept(acceptance, command(key).idempotency());
    }

    private Payment accepted(String key) {
        return ((Accepted) get(accept(acceptance(key), key).toFuture())).payment();
    }

    private static Transition decision(Payment payment) {
        Instant later = PaymentFixtures.NOW.plusSeconds(1);
        ChannelOutcome paid = new ChannelOutcome.Approved(payment.amount(), "4200001");
        return ((Conclusion.Changed) payment.concluded(payment.lastAttempt().id(), paid, later)).transition();
    }

    private Acceptance eventuallyAccepted(String key) {
        return accept(acceptance(key), key).retryWhen(whileUnavailable()).block(LIMIT);
    }

    private static <T> T get(CompletableFuture<T> answer) {
        try {
            return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no answer, but " + e, e);
        }
    }

    private static Throwable error(CompletableFuture<?> answer) {
        return answer.handle((value, error) -> {
                    assertThat(error).as("answered %s", value).isNotNull();
                    return error;
                })
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private void awaitSent(long batches) {
        await(() -> meters.get("sluice.gather.batch.size").summary().count() >= batches);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the time this may take").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
