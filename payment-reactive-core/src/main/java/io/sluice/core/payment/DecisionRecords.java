package io.sluice.core.payment;

import io.sluice.core.audit.Actor;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.model.Attention;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What needs people, and what they said about it. */
public interface DecisionRecords {

    /** Oldest first; of one kind, or of all. */
    Flux<Waiting> waiting(@Nullable Attention kind, int limit);

    /** Empty when the payment needs nobody. */
    Mono<Waiting> waiting(PaymentId id);

    /**
     * Records a decision about the payment as it stands, with a line in the audit trail in the same transaction. Who decides
     * again about the same version changes his mind.
     *
     * @return who decided the same about this version by now
     */
    Mono<Set<String>> record(Actor operator, Payment payment, Decision decision);

    /** Who decided the same about this version, so far. */
    Mono<Set<String>> by(Payment payment, Decision decision);

    /** A payment that needs people. */
    record Waiting(MerchantId merchantId, PaymentId paymentId, Attention kind, Instant since) {}
}
