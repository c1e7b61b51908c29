package io.sluice.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.NextAction;
import io.sluice.core.event.TraceContext;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.memory.Attempts;
import io.sluice.core.payment.Payments.Acceptance;
import io.sluice.core.payment.Payments.Acceptance.Accepted;
import io.sluice.core.payment.Payments.Acceptance.KeyReused;
import io.sluice.core.payment.Payments.Acceptance.Replayed;
import io.sluice.core.payment.Payments.DueAttempt;
import io.sluice.core.payment.Payments.Recording;
import io.sluice.core.payment.Payments.Recording.Recorded;
import io.sluice.core.payment.Payments.Recording.Stale;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every implementation of {@link Payments} does. Troubles of the store are in {@link PaymentsTroubleContract}. */
public abstract class PaymentsContract {

    protected static final Duration LIMIT = Duration.ofSeconds(30);
    protected static final Instant LATER = PaymentFixtures.NOW.plusSeconds(1);

    protected final MerchantId merchant = MerchantId.next();

    protected abstract Payments payments();

    /** Another instance over the same store, as another process would have. */
    protected abstract Payments otherInstance();

    /** The sequences in the event log, in the order they were written. */
    protected abstract List<Integer> sequences(PaymentId id);

    /** The trace contexts in the event log. */
    protected abstract List<String> traceparents(PaymentId id);

    @Test
    void keepsWhatWasAccepted() {
        AcceptPayment command = command("k");
        Transition acceptance = PaymentFixtures.acceptance(command);

        assertThat(accept(acceptance, command)).isEqualTo(new Accepted(acceptance.after()));
        assertThat(find(acceptance.after())).isEqualTo(acceptance.after());
        assertThat(sequences(acceptance.after().id())).containsExactly(1);
    }

    @Test
    void keepsTextsThatLookLikeSyntax() {
        AcceptPayment plain = command("k");
        String odd = "{\"a\",NULL} \\ 'x' \n\t 茶 🍵 $1 --";
        AcceptPayment command = new AcceptPayment(
                merchant,
                "NULL",
                plain.amount(),
                plain.method(),
                plain.captureMethod(),
                odd,
                odd,
                null,
                Map.of(odd, odd),
                plain.expiresAt(),
                plain.idempotency());
        Transition acceptance = PaymentFixtures.acceptance(command);

        accept(acceptance, command);

        assertThat(find(acceptance.after())).isEqualTo(acceptance.after());
    }

    @Test
    void keepsWhatWasConcluded() {
        Payment accepted = accepted("k");
        Transition pending = concluded(accepted, new ChannelOutcome.Pending(NextAction.qrCode("weixin://x"), null));
        assertThat(record(pending)).isEqualTo(new Recorded(pending.after()));
        assertThat(find(accepted)).isEqualTo(pending.after());

        Transition paid = concluded(pending.after(), approved(accepted));
        assertThat(record(paid)).isEqualTo(new Recorded(paid.after()));
        assertThat(find(accepted)).isEqualTo(paid.after());
        assertThat(sequences(accepted.id())).containsExactly(1, 2, 3);
    }

    @Test
    void keepsFailures() {
        Payment accepted = accepted("k");
        Transition declined = concluded(accepted, new ChannelOutcome.Declined(true, "NOTENOUGH", "no money"));

        record(declined);

        assertThat(find(accepted)).isEqualTo(declined.after());
    }

    @Test
    void findsByAttemptAndOnlyForItsMerchant() {
        Payment accepted = accepted("k");
        var attempt = accepted.lastAttempt().id();

        assertThat(payments().findByAttempt(merchant, attempt).block(LIMIT)).isEqualTo(accepted);
        assertThat(payments().findByAttempt(MerchantId.next(), attempt).block(LIMIT))
                .isNull();
        assertThat(payments().find(MerchantId.next(), accepted.id()).block(LIMIT))
                .isNull();
        assertThat(payments().find(merchant, PaymentId.next()).block(LIMIT)).isNull();
    }

    @Test
    void findsByManyAttemptsAtOnce() {
        List<Payment> all = new ArrayList<>();
        IntStream.range(0, 150).forEach(i -> all.add(accepted("k" + i)));
        Payment thrice = retried(retried(all.getFirst()));
        all.set(0, thrice);
        List<AttemptId> asked = new ArrayList<>();
        all.forEach(payment -> payment.attempts().forEach(attempt -> asked.add(attempt.id())));
        asked.addAll(asked.subList(0, 20));
        asked.add(70, AttemptId.next());

        List<Optional<Payment>> answers = concurrently(
                asked.size(),
                i -> payments().findByAttempt(merchant, asked.get(i)).singleOptional());

        assertThat(thrice.attempts()).hasSize(3);
        assertThat(answers)
                .isEqualTo(asked.stream().map(attempt -> among(all, attempt)).toList());
    }

    private static Optional<Payment> among(List<Payment> payments, AttemptId attempt) {
        return payments.stream()
                .filter(payment ->
                        payment.attempts().stream().anyMatch(known -> known.id().equals(attempt)))
                .findFirst();
    }

    /** Through another channel, with another attempt. */
    private Payment retried(Payment payment) {
        Conclusion conclusion = payment.retried(
                payment.lastAttempt().id(),
                new ChannelOutcome.NotSent(Fault.CHANNEL, "connection_failed", "refused"),
                AttemptId.next(),
                PaymentFixtures.ROUTE,
                payment.updatedAt());
        return ((Recorded) record(((Conclusion.Changed) conclusion).transition())).payment();
    }

    @Test
    void listsNewestFirstInPages() {
        List<Payment> all = Stream.of("a", "b", "c", "d").map(this::accepted).toList();

        assertThat(list(null, null, 2)).containsExactly(all.get(3), all.get(2));
        assertThat(list(null, all.get(2).id(), 9)).containsExactly(all.get(1), all.get(0));
        assertThat(list(all.get(1).merchantOrderNo(), null, 9)).containsExactly(all.get(1));
        assertThat(list("unheard-of", null, 9)).isEmpty();
    }

    @Test
    void replaysTheAcceptanceUntilTheFirstConclusion() {
        AcceptPayment command = command("k");
        Payment first = accepted(command);

        assertThat(accept(PaymentFixtures.acceptance(command), command)).isEqualTo(new Replayed(asInEvents(first)));
        assertThat(list(null, null, 9)).containsExactly(first);
    }

    @Test
    void replaysTheFirstConclusionEverAfter() {
        AcceptPayment command = command("k");
        Payment first = accepted(command);
        Transition pending = concluded(first, new ChannelOutcome.Pending(NextAction.qrCode("weixin://x"), "wx1"));
        record(pending);
        record(concluded(pending.after(), approved(first)));

        assertThat(accept(PaymentFixtures.acceptance(command), command))
                .isEqualTo(new Replayed(asInEvents(pending.after())));
    }

    @Test
    void refusesAKeyWithAnotherBody() {
        accepted("k");
        AcceptPayment other = PaymentFixtures.command(merchant, "k", "{\"other\":true}");

        assertThat(accept(PaymentFixtures.acceptance(other), other)).isEqualTo(new KeyReused());
    }

    @Test
    void tellsWhatKeysStandForWhenManyAskTogether() {
        AcceptPayment paid = command("paid");
        Payment first = accepted(paid);
        accepted("taken");
        AcceptPayment unused = command("unused");
        AcceptPayment taken = PaymentFixtures.command(merchant, "taken", "{\"other\":true}");
        AcceptPayment strangers = PaymentFixtures.command(MerchantId.next(), "paid", "{\"other\":true}");

        assertThat(Flux.just(unused, paid, strangers, taken, paid)
                        .flatMapSequential(asked -> payments()
                                .acceptedBefore(asked.merchantId(), asked.idempotency())
                                .singleOptional())
                        .collectList()
                        .block(LIMIT))
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new Replayed(asInEvents(first))),
                        Optional.empty(),
                        Optional.of(new KeyReused()),
                        Optional.of(new Replayed(asInEvents(first))));
    }

    @Test
    void keepsMerchantsKeysApart() {
        accepted("k");
        AcceptPayment other = PaymentFixtures.command(MerchantId.next(), "k", "{\"other\":true}");

        assertThat(accept(PaymentFixtures.acceptance(other), other)).isInstanceOf(Accepted.class);
    }

    @Test
    void acceptsOneOfManyConcurrentRequestsWithOneKey() {
        AcceptPayment command = command("k");
        List<Acceptance> answers = concurrently(
                64,
                i -> (i % 2 == 0 ? payments() : otherInstance())
                        .accept(PaymentFixtures.acceptance(command), command.idempotency()));

        List<Payment> accepted = answers.stream()
                .filter(Accepted.class::isInstance)
                .map(answer -> ((Accepted) answer).payment())
                .toList();
        assertThat(accepted).hasSize(1);
        assertThat(answers)
                .filteredOn(Replayed.class::isInstance)
                .hasSize(63)
                .allSatisfy(answer -> assertThat(answer).isEqualTo(new Replayed(asInEvents(accepted.getFirst()))));
        assertThat(list(null, null, 99)).hasSize(1);
    }

    @Test
    void recordsOneOfManyConcurrentDecisions() {
        Payment accepted = accepted("k");
        List<Recording> answers = concurrently(
                32,
                i -> (i % 2 == 0 ? payments() : otherInstance())
                        .record(concluded(accepted, approved(accepted), LATER.plusMillis(i))));

        assertThat(answers).filteredOn(Recorded.class::isInstance).hasSize(1);
        Payment winner = find(accepted);
        assertThat(answers)
                .filteredOn(Stale.class::isInstance)
                .hasSize(31)
                .allSatisfy(answer -> assertThat(answer).isEqualTo(new Stale(winner)));
        assertThat(sequences(accepted.id())).containsExactly(1, 2);
    }

    @Test
    void tellsWhoIsLateWhatIsCurrent() {
        Payment accepted = accepted("k");
        Transition paid = concluded(accepted, approved(accepted));
        record(paid);

        assertThat(record(concluded(accepted, new ChannelOutcome.Declined(true, "x", "y"))))
                .isEqualTo(new Stale(paid.after()));
        assertThat(find(accepted)).isEqualTo(paid.after());
    }

    @Test
    void conflictsConcernOnlyThemselves() {
        accepted("taken");
        Payment moved = accepted("moved");
        record(concluded(moved, approved(moved)));

        List<Object> answers = concurrently(40, i -> switch (i % 4) {
            case 0 -> acceptance("taken");
            case 1 -> payments().record(concluded(moved, approved(moved))).cast(Object.class);
            default -> acceptance("fresh-" + i);
        });

        assertThat(answers).filteredOn(Replayed.class::isInstance).hasSize(10);
        assertThat(answers).filteredOn(Stale.class::isInstance).hasSize(10);
        assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(20);
    }

    @Test
    void aPoisonedWriteFailsAlone() {
        AcceptPayment command = command("poison");
        Payment clean = PaymentFixtures.acceptance(command).after();
        Transition poisoned = poisoned(clean);

        Mono<Object> poison = payments()
                .accept(poisoned, command.idempotency())
                .cast(Object.class)
                .onErrorResume(error -> Mono.just(error));
        List<Object> answers = concurrently(40, i -> i == 20 ? poison : acceptance("fresh-" + i));

        assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(39);
        assertThat(answers.get(20)).asString().contains("0x00");
        assertThat(payments().find(merchant, clean.id()).block(LIMIT)).isNull();
    }

    @Test
    void writesADecisionAboutNothingAsAnError() {
        Payment unheardOf = PaymentFixtures.accepted();

        assertThatThrownBy(() -> record(concluded(unheardOf, approved(unheardOf))))
                .hasMessageContaining(unheardOf.id().toString());
    }

    @Test
    void numbersTheEventsOfManyPaymentsWithoutGaps() {
        List<Payment> all =
                IntStream.range(0, 50).mapToObj(i -> accepted("k" + i)).toList();
        concurrently(all.size(), i -> {
            Transition pending = concluded(all.get(i), new ChannelOutcome.Pending(NextAction.qrCode("w"), null));
            return payments()
                    .record(pending)
                    .then(otherInstance().record(concluded(pending.after(), approved(all.get(i)))));
        });

        assertThat(all)
                .allSatisfy(payment -> assertThat(sequences(payment.id())).containsExactly(1, 2, 3));
    }

    @Test
    void keepsTheTraceOfItsCause() {
        AcceptPayment command = command("k");
        Transition acceptance = PaymentFixtures.acceptance(command);
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        payments()
                .accept(acceptance, command.idempotency())
                .contextWrite(context -> TraceContext.with(context, trace))
                .block(LIMIT);

        assertThat(traceparents(acceptance.after().id())).containsExactly(trace);
    }

    @Test
    void goesOnInTheTraceOfItsMakingWhoeverConcludesIt() {
        AcceptPayment command = command("k");
        Transition acceptance = PaymentFixtures.acceptance(command);
        String making = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        String callback = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

        payments()
                .accept(acceptance, command.idempotency())
                .contextWrite(context -> TraceContext.with(context, making))
                .block(LIMIT);
        payments()
                .record(concluded(acceptance.after(), approved(acceptance.after())))
                .contextWrite(context -> TraceContext.with(context, callback))
                .block(LIMIT);

        assertThat(traceparents(acceptance.after().id())).containsExactly(making, making);
    }

    @Test
    void takesEachDueAttemptOnce() {
        List<Payment> all =
                IntStream.range(0, 60).mapToObj(i -> accepted("k" + i)).toList();
        Instant due = all.getFirst().lastAttempt().dueAt();

        List<DueAttempt> taken = Flux.merge(concurrentTakes(due))
                .flatMapIterable(some -> some)
                .collectList()
                .block(LIMIT);

        assertThat(mine(taken)).hasSize(60).extracting(DueAttempt::paymentId).doesNotHaveDuplicates();
        assertThat(mine(taken))
                .allSatisfy(one -> assertThat(one.attempt().inquiries()).isEqualTo(1));
        assertThat(mine(payments().takeDue(due, Duration.ofMinutes(1), 1000).block(LIMIT)))
                .isEmpty();
        assertThat(mine(payments()
                        .takeDue(due.plusSeconds(60), Duration.ofMinutes(1), 1000)
                        .block(LIMIT)))
                .hasSize(60)
                .allSatisfy(one -> assertThat(one.attempt().inquiries()).isEqualTo(2));
    }

    private List<Mono<List<DueAttempt>>> concurrentTakes(Instant due) {
        return IntStream.range(0, 12)
                .mapToObj(i -> (i % 2 == 0 ? payments() : otherInstance()).takeDue(due, Duration.ofMinutes(1), 20))
                .toList();
    }

    @Test
    void postponesWhatItTookUnlessItWasConcluded() {
        Payment open = accepted("open");
        Payment closed = accepted("closed");
        Instant due = open.lastAttempt().dueAt();
        List<DueAttempt> taken =
                mine(payments().takeDue(due, Duration.ofMinutes(1), 1000).block(LIMIT));
        record(concluded(closed, approved(closed)));

        taken.forEach(one -> payments().postpone(one, due.plusSeconds(5)).block(LIMIT));

        assertThat(find(open).lastAttempt().dueAt()).isEqualTo(due.plusSeconds(5));
        assertThat(find(closed).lastAttempt().dueAt()).isNull();
        assertThat(find(closed).lastAttempt().inquiries()).isEqualTo(1);
    }

    @Test
    void givesBackWhatItDidNotAskForAndDoesNotCountIt() {
        Payment open = accepted("open");
        Payment closed = accepted("closed");
        Instant due = open.lastAttempt().dueAt();
        List<DueAttempt> taken =
                mine(payments().takeDue(due, Duration.ofMinutes(1), 1000).block(LIMIT));
        record(concluded(closed, approved(closed)));

        Map<DueAttempt, Instant> later = new HashMap<>();
        taken.forEach(one -> later.put(one, due.plusSeconds(9)));
        payments().giveBack(later).block(LIMIT);

        assertThat(find(open).lastAttempt().dueAt()).isEqualTo(due.plusSeconds(9));
        assertThat(find(open).lastAttempt().inquiries()).isZero();
        assertThat(find(closed).lastAttempt().dueAt()).isNull();
        assertThat(find(closed).lastAttempt().inquiries()).isEqualTo(1);
    }

    // ---------------------------------------------------------------------------------------------------------------

    protected final AcceptPayment command(String key) {
        return PaymentFixtures.command(merchant, key, "{\"key\":\"" + key + "\"}");
    }

    protected final Mono<Object> acceptance(String key) {
        AcceptPayment command = command(key);
        return payments()
                .accept(PaymentFixtures.acceptance(command), command.idempotency())
                .cast(Object.class);
    }

    protected final Payment accepted(String key) {
        return accepted(command(key));
    }

    private Payment accepted(AcceptPayment command) {
        return ((Accepted) accept(PaymentFixtures.acceptance(command), command)).payment();
    }

    private Acceptance accept(Transition acceptance, AcceptPayment command) {
        return payments().accept(acceptance, command.idempotency()).block(LIMIT);
    }

    private Recording record(Transition decision) {
        return payments().record(decision).block(LIMIT);
    }

    protected final Payment find(Payment payment) {
        return payments().find(payment.merchantId(), payment.id()).block(LIMIT);
    }

    private List<Payment> list(String orderNo, PaymentId before, int limit) {
        return payments().list(merchant, orderNo, before, limit).collectList().block(LIMIT);
    }

    private List<DueAttempt> mine(List<DueAttempt> taken) {
        return taken.stream().filter(one -> one.merchantId().equals(merchant)).toList();
    }

    protected static ChannelOutcome approved(Payment payment) {
        return new ChannelOutcome.Approved(payment.amount(), "4200001");
    }

    protected static Transition concluded(Payment payment, ChannelOutcome outcome) {
        return concluded(payment, outcome, LATER);
    }

    private static Transition concluded(Payment payment, ChannelOutcome outcome, Instant at) {
        Conclusion conclusion = payment.concluded(payment.lastAttempt().id(), outcome, at);
        return ((Conclusion.Changed) conclusion).transition();
    }

    /** PostgreSQL has no NUL in its texts. */
    private static Transition poisoned(Payment clean) {
        AcceptPayment command = new AcceptPayment(
                clean.merchantId(),
                clean.merchantOrderNo(),
                clean.amount(),
                clean.method(),
                clean.captureMethod(),
                "Tea\0",
                null,
                null,
                Map.of(),
                clean.expiresAt(),
                PaymentFixtures.command(clean.merchantId(), "poison", "{}").idempotency());
        return Payment.accepted(
                command, clean.id(), clean.lastAttempt().id(), PaymentFixtures.ROUTE, clean.fee(), clean.createdAt());
    }

    /** Events do not tell when an attempt is due. */
    private static Payment asInEvents(Payment payment) {
        return Attempts.each(payment, attempt -> Attempts.due(attempt, null, 0));
    }

    protected static <T> List<T> concurrently(int number, java.util.function.IntFunction<Mono<T>> call) {
        return Flux.range(0, number)
                .flatMapSequential(i -> call.apply(i), number)
                .collectList()
                .block(LIMIT);
    }
}
