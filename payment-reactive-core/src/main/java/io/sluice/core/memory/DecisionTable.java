package io.sluice.core.memory;

import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.DecisionRecords.Waiting;
import io.sluice.core.payment.model.Attention;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people decided, one word a person and version of a payment; and which payments wait for them. */
public final class DecisionTable {

    private record Key(PaymentId payment, int version, String operator) {}

    private final PaymentTable payments;
    private final Map<Key, Decision> decisions = new LinkedHashMap<>();

    public DecisionTable(PaymentTable payments) {
        this.payments = payments;
    }

    /** What needs people; the last word of an attempt tells since when. */
    public Stream<Waiting> waiting() {
        return payments.rows().stream()
                .flatMap(payment -> payment.attempts().stream().flatMap(attempt -> waiting(payment, attempt).stream()));
    }

    private static Optional<Waiting> waiting(Payment payment, PaymentAttempt attempt) {
        return Optional.ofNullable(Attention.of(payment, attempt))
                .map(kind -> new Waiting(payment.merchantId(), payment.id(), kind, attempt.updatedAt()));
    }

    /** Who decides again about the same version changes his mind. */
    public synchronized Set<String> record(String operator, Payment payment, Decision decision) {
        decisions.put(new Key(payment.id(), payment.version(), operator), decision);
        return operators(payment.id(), payment.version(), decision.kind());
    }

    /** Who decided this about this version. */
    public synchronized Set<String> operators(PaymentId payment, int version, Decision.Kind kind) {
        return decisions.entrySet().stream()
                .filter(entry -> entry.getKey().payment().equals(payment)
                        && entry.getKey().version() == version
                        && entry.getValue().kind() == kind)
                .map(entry -> entry.getKey().operator())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is on record that this person decided exactly that about the payment. */
    public synchronized boolean has(String operator, PaymentId payment, Decision decision) {
        return decisions.entrySet().stream()
                .anyMatch(entry -> entry.getKey().payment().equals(payment)
                        && entry.getKey().operator().equals(operator)
                        && entry.getValue().equals(decision));
    }
}
