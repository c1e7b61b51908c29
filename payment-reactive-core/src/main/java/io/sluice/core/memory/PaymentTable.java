package io.sluice.core.memory;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.Payments.Acceptance;
import io.sluice.core.payment.Payments.Recording;
import io.sluice.core.payment.json.PaymentReader;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The payments with their attempts, events and keys. What is in here is committed, and there is nothing else. */
public final class PaymentTable {

    private final EventTable events = new EventTable();
    private final Map<PaymentId, Payment> payments = new LinkedHashMap<>();
    private final Claims<PaymentId> claims = new Claims<>();

    /** @throws R2dbcBadGrammarException when it can never be written */
    public void check(PaymentWrite write) {
        if (write.payment().description().indexOf('\0') >= 0) {
            throw new R2dbcBadGrammarException("invalid byte sequence for encoding \"UTF8\": 0x00", "22021");
        }
    }

    /**
     * Writes a decision once, however often it is called.
     *
     * @return an {@link Acceptance} for a write with a key, else a {@link Recording}
     */
    public synchronized Object write(PaymentWrite write) {
        IdempotencyKey key = write.idempotency();
        return find(write).orElseGet(() -> key == null ? change(write) : create(write, key));
    }

    /** The answer to a decision that is written already. */
    public synchronized Optional<Object> find(PaymentWrite write) {
        if (!events.has(write.events().getFirst().id())) {
            return Optional.empty();
        }
        return Optional.of(
                write.idempotency() == null
                        ? new Recording.Recorded(write.payment())
                        : new Acceptance.Accepted(write.payment()));
    }

    private Acceptance create(PaymentWrite write, IdempotencyKey key) {
        MerchantId merchant = write.payment().merchantId();
        Claims.Claim<PaymentId> claim = claims.find(merchant, key);
        if (claim == null) {
            claims.put(merchant, key, write.payment().id());
            keep(write.payment(), write.events());
            return new Acceptance.Accepted(write.payment());
        }
        return repeated(claim, key);
    }

    private Acceptance repeated(Claims.Claim<PaymentId> claim, IdempotencyKey key) {
        return claim.key().equals(key)
                ? new Acceptance.Replayed(firstAnswer(claim.owner()))
                : new Acceptance.KeyReused();
    }

    private Payment firstAnswer(PaymentId id) {
        return PaymentReader.firstAnswerable(
                events.of(id).stream().map(PaymentEvent::body).toList());
    }

    /** What an earlier request with this key was answered; null when there was none. */
    public synchronized @Nullable Acceptance acceptedBefore(MerchantId merchant, IdempotencyKey key) {
        Claims.Claim<PaymentId> claim = claims.find(merchant, key);
        return claim == null ? null : repeated(claim, key);
    }

    private Recording change(PaymentWrite write) {
        Payment current = payments.get(write.payment().id());
        if (current == null) {
            throw new IllegalStateException(
                    "there is no payment " + write.payment().id());
        }
        if (current.version() != write.transition().expectedVersion()) {
            return new Recording.Stale(current);
        }
        keep(Attempts.keepInquiries(write.payment(), current), write.events());
        return new Recording.Recorded(write.payment());
    }

    /** Whether this very event is on record. */
    boolean hasEvent(EventId id) {
        return events.has(id);
    }

    void keep(Payment after, List<PaymentEvent> told) {
        payments.put(after.id(), after);
        events.append(told);
    }

    /** Changes a row beside all decisions. */
    void replace(Payment payment) {
        payments.put(payment.id(), payment);
    }

    public synchronized @Nullable Payment find(MerchantId merchant, PaymentId id) {
        Payment payment = payments.get(id);
        return payment != null && payment.merchantId().equals(merchant) ? payment : null;
    }

    public synchronized @Nullable Payment findByAttempt(MerchantId merchant, AttemptId id) {
        return of(merchant)
                .filter(payment -> payment.attempts().stream()
                        .anyMatch(attempt -> attempt.id().equals(id)))
                .findFirst()
                .orElse(null);
    }

    public synchronized List<Payment> list(
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

    /** All rows, in the order they were created. */
    public synchronized Collection<Payment> rows() {
        return List.copyOf(payments.values());
    }

    /** A payment's events, in order. */
    public synchronized List<PaymentEvent> events(PaymentId id) {
        return events.of(id);
    }

    /** All events, in commit order. */
    public synchronized List<PaymentEvent> log() {
        return events.log();
    }

    /** What was committed after the first {@code position} events. */
    public synchronized List<PaymentEvent> logAfter(int position, int limit) {
        return events.after(position, limit);
    }
}
