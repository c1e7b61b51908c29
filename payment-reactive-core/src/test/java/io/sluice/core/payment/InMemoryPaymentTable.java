package io.sluice.core.payment;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.gather.InMemoryStore;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.Payments.Acceptance;
import io.sluice.core.payment.Payments.DueAttempt;
import io.sluice.core.payment.Payments.Recording;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.json.PaymentReader;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentChange;
import io.sluice.core.payment.model.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows and rules of the payments in memory. */
final class InMemoryPaymentTable implements InMemoryStore.Table<InMemoryPaymentTable.Write, Object> {

    /** One decision, with the events that it is known by. */
    record Write(Transition transition, @Nullable IdempotencyKey idempotency, List<PaymentEvent> events) {

        static Write of(Transition transition, @Nullable IdempotencyKey idempotency, @Nullable String traceparent) {
            return new Write(
                    transition,
                    idempotency,
                    transition.changes().stream()
                            .map(change -> event(change, traceparent))
                            .toList());
        }

        private static PaymentEvent event(PaymentChange change, @Nullable String traceparent) {
            EventId id = EventId.next();
            Payment payment = change.after();
            return new PaymentEvent(
                    id,
                    change.type(),
                    payment.merchantId(),
                    payment.id(),
                    payment.version(),
                    payment.updatedAt(),
                    PaymentJson.eventBody(id, change),
                    traceparent);
        }

        Payment payment() {
            return transition.after();
        }
    }

    private record Scope(MerchantId merchant, String route, String key) {}

    private record Claim(byte[] fingerprint, PaymentId payment) {}

    private final Map<PaymentId, Payment> payments = new HashMap<>();
    private final Map<PaymentId, List<PaymentEvent>> events = new HashMap<>();
    private final Map<Scope, Claim> claims = new HashMap<>();

    @Override
    public Object key(Write write) {
        return write.payment().id();
    }

    @Override
    public void check(Write write) {
        if (write.payment().description().indexOf('\0') >= 0) {
            throw new R2dbcBadGrammarException("invalid byte sequence for encoding \"UTF8\": 0x00", "22021");
        }
    }

    @Override
    public synchronized Object write(Write write) {
        return find(write)
                .orElseGet(() -> write.idempotency() == null ? change(write) : create(write, write.idempotency()));
    }

    @Override
    public synchronized Optional<Object> find(Write write) {
        EventId first = write.events().getFirst().id();
        if (events(write.payment().id()).stream().noneMatch(event -> event.id().equals(first))) {
            return Optional.empty();
        }
        return Optional.of(
                write.idempotency() == null
                        ? new Recording.Recorded(write.payment())
                        : new Acceptance.Accepted(write.payment()));
    }

    private Acceptance create(Write write, IdempotencyKey key) {
        Scope scope = new Scope(write.payment().merchantId(), key.route(), key.key());
        Claim claim = claims.get(scope);
        if (claim == null) {
            claims.put(scope, new Claim(key.fingerprint(), write.payment().id()));
            store(write, write.payment());
            return new Acceptance.Accepted(write.payment());
        }
        boolean same = java.util.Arrays.equals(claim.fingerprint(), key.fingerprint());
        return same ? new Acceptance.Replayed(firstAnswer(claim.payment())) : new Acceptance.KeyReused();
    }

    private Payment firstAnswer(PaymentId id) {
        List<PaymentEvent> known = events(id);
        return PaymentReader.paymentOfEvent(
                known.get(Math.min(known.size(), 2) - 1).body());
    }

    private Recording change(Write write) {
        Payment current = payments.get(write.payment().id());
        if (current == null) {
            throw new IllegalStateException(
                    "there is no payment " + write.payment().id());
        }
        if (current.version() != write.transition().expectedVersion()) {
            return new Recording.Stale(current);
        }
        store(write, keepInquiries(write.payment(), current));
        return new Recording.Recorded(write.payment());
    }

    /** Inquiries are counted beside decisions; a decision never takes one back. */
    private static Payment keepInquiries(Payment decided, Payment current) {
        Map<AttemptId, Integer> counted = new HashMap<>();
        current.attempts().forEach(attempt -> counted.put(attempt.id(), attempt.inquiries()));
        return Attempts.each(
                decided,
                attempt -> Attempts.due(
                        attempt,
                        attempt.dueAt(),
                        Math.max(attempt.inquiries(), counted.getOrDefault(attempt.id(), 0))));
    }

    private void store(Write write, Payment after) {
        payments.put(after.id(), after);
        List<PaymentEvent> told = events.computeIfAbsent(after.id(), id -> new ArrayList<>());
        String making = told.isEmpty() ? null : told.getFirst().traceparent();
        write.events().forEach(event -> told.add(making == null ? event : in(making, event)));
    }

    private static PaymentEvent in(String traceparent, PaymentEvent event) {
        return new PaymentEvent(
                event.id(),
                event.type(),
                event.merchantId(),
                event.paymentId(),
                event.sequence(),
                event.at(),
                event.body(),
                traceparent);
    }

    synchronized List<PaymentEvent> events(PaymentId id) {
        return List.copyOf(events.getOrDefault(id, List.of()));
    }

    synchronized @Nullable Payment find(MerchantId merchant, PaymentId id) {
        Payment payment = payments.get(id);
        return payment != null && payment.merchantId().equals(merchant) ? payment : null;
    }

    synchronized @Nullable Payment findByAttempt(MerchantId merchant, AttemptId id) {
        return of(merchant)
                .filter(payment -> payment.attempts().stream()
                        .anyMatch(attempt -> attempt.id().equals(id)))
                .findFirst()
                .orElse(null);
    }

    synchronized List<Payment> list(
            MerchantId merchant, @Nullable String merchantOrderNo, @Nullable PaymentId before, int limit) {
        return of(merchant)
                .filter(payment ->
                        merchantOrderNo == null || payment.merchantOrderNo().equals(merchantOrderNo))
                .filter(payment -> before == null || payment.id().toString().compareTo(before.toString()) < 0)
                .sorted(Comparator.comparing((Payment payment) -> payment.id().toString())
                        .reversed())
                .limit(limit)
                .toList();
    }

    private Stream<Payment> of(MerchantId merchant) {
        return payments.values().stream().filter(payment -> payment.merchantId().equals(merchant));
    }

    synchronized List<DueAttempt> takeDue(Instant now, Instant leaseEnd, int limit) {
        return dueBy(now).limit(limit).map(due -> lease(due, leaseEnd)).toList();
    }

    private Stream<DueAttempt> dueBy(Instant now) {
        return List.copyOf(payments.values()).stream()
                .flatMap(payment -> payment.attempts().stream()
                        .filter(attempt ->
                                attempt.dueAt() != null && !attempt.dueAt().isAfter(now))
                        .map(attempt -> new DueAttempt(payment.merchantId(), payment.id(), attempt)))
                .sorted(Comparator.comparing(
                        due -> Objects.requireNonNull(due.attempt().dueAt())));
    }

    private DueAttempt lease(DueAttempt due, Instant leaseEnd) {
        PaymentAttempt leased =
                Attempts.due(due.attempt(), leaseEnd, due.attempt().inquiries() + 1);
        replace(due, attempt -> leased);
        return new DueAttempt(due.merchantId(), due.paymentId(), leased);
    }

    synchronized void postpone(DueAttempt due, Instant dueAt) {
        Instant lease = due.attempt().dueAt();
        replace(
                due,
                attempt -> Objects.equals(attempt.dueAt(), lease)
                        ? Attempts.due(attempt, dueAt, attempt.inquiries())
                        : attempt);
    }

    synchronized void giveBack(DueAttempt due, Instant dueAt) {
        Instant lease = due.attempt().dueAt();
        replace(
                due,
                attempt -> Objects.equals(attempt.dueAt(), lease)
                        ? Attempts.due(attempt, dueAt, attempt.inquiries() - 1)
                        : attempt);
    }

    private void replace(DueAttempt due, UnaryOperator<PaymentAttempt> change) {
        payments.computeIfPresent(
                due.paymentId(),
                (id, payment) -> Attempts.each(
                        payment, attempt -> attempt.id().equals(due.attempt().id()) ? change.apply(attempt) : attempt));
    }
}
