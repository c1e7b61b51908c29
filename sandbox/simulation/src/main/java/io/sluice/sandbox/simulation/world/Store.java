package io.sluice.sandbox.simulation.world;

import io.sluice.core.event.EventCursor;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.Payments.Acceptance;
import io.sluice.core.payment.Payments.DueAttempt;
import io.sluice.core.payment.Payments.Recording;
import io.sluice.core.payment.json.PaymentReader;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database: what is in here is committed, and there is nothing else. One caller at a time. */
public final class Store {

    private record Scope(MerchantId merchant, String route, String key) {}

    private record Claim(IdempotencyKey key, PaymentId payment) {}

    private final Map<PaymentId, Payment> payments = new LinkedHashMap<>();
    private final Map<PaymentId, List<PaymentEvent>> events = new LinkedHashMap<>();
    private final Set<EventId> written = new HashSet<>();
    private final List<PaymentEvent> log = new ArrayList<>();
    private final Map<Scope, Claim> claims = new LinkedHashMap<>();
    private EventCursor published = EventCursor.START;

    /** Writes a decision once, however often it is called. */
    public Object write(PaymentWrite write) {
        IdempotencyKey key = write.idempotency();
        return find(write).orElseGet(() -> key == null ? change(write) : create(write, key));
    }

    /** The answer to a decision that is written already. */
    public Optional<Object> find(PaymentWrite write) {
        if (!written.contains(write.events().getFirst().id())) {
            return Optional.empty();
        }
        return Optional.of(
                write.idempotency() == null
                        ? new Recording.Recorded(write.payment())
                        : new Acceptance.Accepted(write.payment()));
    }

    private Acceptance create(PaymentWrite write, IdempotencyKey key) {
        Scope scope = new Scope(write.payment().merchantId(), key.route(), key.key());
        Claim claim = claims.get(scope);
        if (claim == null) {
            claims.put(scope, new Claim(key, write.payment().id()));
            keep(write, write.payment());
            return new Acceptance.Accepted(write.payment());
        }
        return claim.key().equals(key)
                ? new Acceptance.Replayed(firstAnswer(claim.payment()))
                : new Acceptance.KeyReused();
    }

    private Payment firstAnswer(PaymentId id) {
        List<PaymentEvent> known = events(id);
        return PaymentReader.paymentOfEvent(
                known.get(Math.min(known.size(), 2) - 1).body());
    }

    private Recording change(PaymentWrite write) {
        Payment current = payment(write.payment().id()).orElseThrow();
        if (current.version() != write.transition().expectedVersion()) {
            return new Recording.Stale(current);
        }
        keep(write, keepInquiries(write.payment(), current));
        return new Recording.Recorded(write.payment());
    }

    /** Inquiries are counted beside decisions; a decision never takes one back. */
    private static Payment keepInquiries(Payment decided, Payment current) {
        Map<AttemptId, Integer> counted = new LinkedHashMap<>();
        current.attempts().forEach(attempt -> counted.put(attempt.id(), attempt.inquiries()));
        return Attempts.each(
                decided,
                attempt -> Attempts.due(
                        attempt,
                        attempt.dueAt(),
                        Math.max(attempt.inquiries(), counted.getOrDefault(attempt.id(), 0))));
    }

    private void keep(PaymentWrite write, Payment after) {
        payments.put(after.id(), after);
        events.computeIfAbsent(after.id(), id -> new ArrayList<>()).addAll(write.events());
        write.events().forEach(event -> written.add(event.id()));
        log.addAll(write.events());
    }

    public Optional<Payment> payment(PaymentId id) {
        return Optional.ofNullable(payments.get(id));
    }

    public Collection<Payment> payments() {
        return Collections.unmodifiableCollection(payments.values());
    }

    public Optional<Payment> ofAttempt(AttemptId id) {
        return payments.values().stream()
                .filter(payment -> payment.attempts().stream()
                        .anyMatch(attempt -> attempt.id().equals(id)))
                .findFirst();
    }

    /** In commit order. */
    public List<PaymentEvent> log() {
        return Collections.unmodifiableList(log);
    }

    public List<PaymentEvent> events(PaymentId id) {
        return List.copyOf(events.getOrDefault(id, List.of()));
    }

    public List<Payment> list(
            MerchantId merchant, @Nullable String merchantOrderNo, @Nullable PaymentId before, int limit) {
        return payments.values().stream()
                .filter(payment -> payment.merchantId().equals(merchant))
                .filter(payment ->
                        merchantOrderNo == null || payment.merchantOrderNo().equals(merchantOrderNo))
                .filter(payment -> before == null || payment.id().toString().compareTo(before.toString()) < 0)
                .sorted(Comparator.comparing((Payment payment) -> payment.id().toString())
                        .reversed())
                .limit(limit)
                .toList();
    }

    /** When the next attempt is due, if any is. */
    public @Nullable Instant nextDue() {
        return attempts()
                .map(due -> due.attempt().dueAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public List<DueAttempt> takeDue(Instant now, Instant leaseEnd, int limit) {
        return attempts()
                .filter(due ->
                        due.attempt().dueAt() != null && !due.attempt().dueAt().isAfter(now))
                .sorted(Comparator.comparing(
                        due -> Objects.requireNonNull(due.attempt().dueAt())))
                .limit(limit)
                .toList()
                .stream()
                .map(due -> lease(due, leaseEnd))
                .toList();
    }

    private Stream<DueAttempt> attempts() {
        return payments.values().stream()
                .flatMap(payment -> payment.attempts().stream()
                        .map(attempt -> new DueAttempt(payment.merchantId(), payment.id(), attempt)));
    }

    private DueAttempt lease(DueAttempt due, Instant leaseEnd) {
        PaymentAttempt leased =
                Attempts.due(due.attempt(), leaseEnd, due.attempt().inquiries() + 1);
        replace(due, attempt -> leased);
        return new DueAttempt(due.merchantId(), due.paymentId(), leased);
    }

    public void postpone(DueAttempt due, Instant dueAt) {
        Instant lease = due.attempt().dueAt();
        replace(
                due,
                attempt -> Objects.equals(attempt.dueAt(), lease)
                        ? Attempts.due(attempt, dueAt, attempt.inquiries())
                        : attempt);
    }

    /** As if it had not been taken: it is due then, and was not inquired. */
    public void giveBack(DueAttempt due, Instant dueAt) {
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

    /** Where the relay's next turn begins. */
    public EventCursor published() {
        return published;
    }

    public void publishedUpTo(EventCursor cursor) {
        published = cursor;
    }

    /** What was committed after a cursor. */
    public List<LoggedEvent> after(EventCursor cursor, int limit) {
        int from = (int) cursor.position();
        int to = Math.min(log.size(), from + limit);
        List<LoggedEvent> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            found.add(new LoggedEvent(new EventCursor(1, i + 1L), log.get(i)));
        }
        return found;
    }
}
