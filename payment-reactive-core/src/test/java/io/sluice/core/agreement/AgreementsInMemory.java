package io.sluice.core.agreement;

import io.sluice.core.agreement.Agreements.Creation.Created;
import io.sluice.core.agreement.Agreements.Creation.Known;
import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.agreement.model.AgreementPolicy;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.model.IdempotencyKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Agreements as a test keeps them. */
final class AgreementsInMemory implements Agreements {

    private final Map<AgreementId, Agreement> kept = new HashMap<>();
    private final Map<IdempotencyKey, AgreementId> keys = new HashMap<>();
    private final Map<AgreementId, PayerCard> payers = new HashMap<>();
    private final Map<AgreementId, String> tokens = new HashMap<>();
    private final Map<AgreementId, Instant> due = new HashMap<>();
    private final Map<AgreementId, Integer> looks = new HashMap<>();

    @Override
    public Mono<Creation> create(Agreement agreement, PayerCard payer, IdempotencyKey key) {
        return Mono.fromSupplier(() -> {
            for (var known : keys.entrySet()) {
                if (known.getKey().key().equals(key.key())) {
                    return new Known(
                            Objects.requireNonNull(kept.get(known.getValue())),
                            known.getKey().equals(key));
                }
            }
            keys.put(key, agreement.id());
            payers.put(agreement.id(), payer);
            put(agreement);
            return new Created();
        });
    }

    @Override
    public Mono<Boolean> change(Agreement after, @Nullable String token) {
        return Mono.fromSupplier(() -> {
            Agreement before = kept.get(after.id());
            if (before == null || before.version() != after.version() - 1) {
                return false;
            }
            if (token != null) {
                tokens.put(after.id(), token);
            }
            put(after);
            return true;
        });
    }

    private void put(Agreement agreement) {
        kept.put(agreement.id(), agreement);
        looks.put(agreement.id(), 0);
        Instant next = AgreementPolicy.dueAt(agreement, 0, agreement.changedAt());
        if (next == null) {
            due.remove(agreement.id());
        } else {
            due.put(agreement.id(), next);
        }
    }

    @Override
    public Mono<Agreement> find(MerchantId merchant, AgreementId id) {
        return Mono.fromSupplier(() -> kept.get(id))
                .filter(found -> found.merchant().equals(merchant));
    }

    @Override
    public Flux<Agreement> list(MerchantId merchant, @Nullable AgreementId before, int limit) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(kept.values())));
    }

    @Override
    public Mono<PayerCard> payer(Agreement agreement) {
        return Mono.fromSupplier(() -> payers.get(agreement.id()));
    }

    @Override
    public Mono<String> token(Agreement agreement) {
        return Mono.fromSupplier(() -> tokens.get(agreement.id()));
    }

    @Override
    public Flux<Due> due(Instant now, Instant leasedUntil, int limit) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(due.keySet()))
                .filter(id -> !Objects.requireNonNull(due.get(id)).isAfter(now))
                .map(id -> {
                    due.put(id, leasedUntil);
                    int looked = looks.merge(id, 1, Integer::sum);
                    return new Due(Objects.requireNonNull(kept.get(id)), looked);
                }));
    }

    @Override
    public Mono<Void> later(Agreement agreement, Instant dueAt) {
        return Mono.fromRunnable(() -> due.put(agreement.id(), dueAt));
    }

    Instant dueAt(AgreementId id) {
        return Objects.requireNonNull(due.get(id));
    }
}
