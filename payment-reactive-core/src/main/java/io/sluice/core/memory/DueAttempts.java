package io.sluice.core.memory;

import io.sluice.core.payment.Payments.DueAttempt;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Attempts whose time comes: taken for a lease, put off, given back. */
public final class DueAttempts {

    private final PaymentTable payments;

    public DueAttempts(PaymentTable payments) {
        this.payments = payments;
    }

    /** When the next attempt is due; empty when none is. */
    public Optional<Instant> next() {
        synchronized (payments) {
            return waiting().map(DueAttempts::dueAt).min(Comparator.naturalOrder());
        }
    }

    /** Counts one inquiry for each that it takes. */
    public List<DueAttempt> take(Instant now, Instant leaseEnd, int limit) {
        synchronized (payments) {
            return waiting()
                    .filter(due -> !dueAt(due).isAfter(now))
                    .sorted(Comparator.comparing(DueAttempts::dueAt))
                    .limit(limit)
                    .toList()
                    .stream()
                    .map(due -> lease(due, leaseEnd))
                    .toList();
        }
    }

    private Stream<DueAttempt> waiting() {
        return payments.rows().stream()
                .flatMap(payment -> payment.attempts().stream()
                        .filter(attempt -> attempt.dueAt() != null)
                        .map(attempt -> new DueAttempt(payment.merchantId(), payment.id(), attempt)));
    }

    private static Instant dueAt(DueAttempt due) {
        return Objects.requireNonNull(due.attempt().dueAt(), "only an attempt that is due is taken");
    }

    private DueAttempt lease(DueAttempt due, Instant leaseEnd) {
        PaymentAttempt leased =
                Attempts.due(due.attempt(), leaseEnd, due.attempt().inquiries() + 1);
        replace(due, attempt -> leased);
        return new DueAttempt(due.merchantId(), due.paymentId(), leased);
    }

    public void postpone(DueAttempt taken, @Nullable Instant dueAt) {
        replaceLeased(taken, dueAt, 0);
    }

    /** As if it had not been taken: it is due then, and was not inquired. */
    public void giveBack(DueAttempt taken, Instant dueAt) {
        replaceLeased(taken, dueAt, -1);
    }

    /** While the lease stands as it was taken, nobody has concluded the attempt or taken it again. */
    private void replaceLeased(DueAttempt taken, @Nullable Instant dueAt, int inquiries) {
        synchronized (payments) {
            replace(
                    taken,
                    attempt -> dueAt(taken).equals(attempt.dueAt())
                            ? Attempts.due(attempt, dueAt, attempt.inquiries() + inquiries)
                            : attempt);
        }
    }

    private void replace(DueAttempt due, UnaryOperator<PaymentAttempt> change) {
        Payment payment = payments.find(due.merchantId(), due.paymentId());
        if (payment != null) {
            payments.replace(Attempts.each(
                    payment, attempt -> attempt.id().equals(due.attempt().id()) ? change.apply(attempt) : attempt));
        }
    }
}
