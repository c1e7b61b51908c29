package io.sluice.core.memory;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.modification.Modifications.Creation;
import io.sluice.core.modification.Modifications.Recording;
import io.sluice.core.modification.json.ModificationReader;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The captures, voids and refunds, written together with what they reserve and make of their payments. */
public final class ModificationTable {

    private final PaymentTable payments;
    private final Map<ModificationId, Modification> rows = new LinkedHashMap<>();
    private final Map<ModificationId, Modification> answers = new HashMap<>();
    private final Claims<ModificationId> claims = new Claims<>();

    public ModificationTable(PaymentTable payments) {
        this.payments = payments;
    }

    /**
     * Writes a decision once, however often it is called.
     *
     * @return a {@link Creation} for a new one, else a {@link Recording}
     */
    public Object write(ModificationWrite write) {
        synchronized (payments) {
            return find(write).orElseGet(() -> write.isNew() ? create(write) : change(write));
        }
    }

    /** The answer to a decision that is written already. */
    public Optional<Object> find(ModificationWrite write) {
        synchronized (payments) {
            return payments.hasEvent(write.events().getFirst().id()) ? Optional.of(written(write)) : Optional.empty();
        }
    }

    private static Object written(ModificationWrite write) {
        return write.isNew()
                ? new Creation.Created(write.modification(), write.payment())
                : new Recording.Recorded(write.modification(), write.payment());
    }

    private Object create(ModificationWrite write) {
        MerchantId merchant = write.payment().merchantId();
        IdempotencyKey key = write.idempotency();
        Optional<Creation> claimed = key == null ? Optional.empty() : claimed(merchant, key);
        if (claimed.isPresent()) {
            return claimed.get();
        }
        Payment current = current(write);
        if (current.version() != write.transition().expectedVersion()) {
            return new Creation.Stale(current);
        }
        if (key != null) {
            claims.put(merchant, key, write.modification().id());
        }
        return keep(write, current);
    }

    private Object change(ModificationWrite write) {
        Payment current = current(write);
        return current.version() == write.transition().expectedVersion()
                ? keep(write, current)
                : new Recording.Stale(
                        Objects.requireNonNull(rows.get(write.modification().id())), current);
    }

    private Payment current(ModificationWrite write) {
        return Objects.requireNonNull(
                payments.find(write.payment().merchantId(), write.payment().id()), "there is no such payment");
    }

    private Object keep(ModificationWrite write, Payment current) {
        Modification decided = write.modification();
        Modification before = rows.get(decided.id());
        int inquiries = before == null ? 0 : before.inquiries();
        rows.put(
                decided.id(), DueModifications.due(decided, decided.dueAt(), Math.max(decided.inquiries(), inquiries)));
        answer(write, before);
        payments.keep(Attempts.keepBeside(write.payment(), current), write.events());
        return written(write);
    }

    /** What a repeated request is answered: as created, until it was first concluded. */
    private void answer(ModificationWrite write, @Nullable Modification before) {
        if (before == null || before.version() == 1) {
            PaymentEvent first = write.events().getFirst();
            answers.put(write.modification().id(), ModificationReader.modificationOfEvent(first.body()));
        }
    }

    /** What a key was used for; empty when it was not. */
    public Optional<Creation> claimed(MerchantId merchant, IdempotencyKey key) {
        synchronized (payments) {
            Claims.Claim<ModificationId> claim = claims.find(merchant, key);
            return claim == null
                    ? Optional.empty()
                    : Optional.of(
                            claim.key().equals(key)
                                    ? new Creation.Replayed(Objects.requireNonNull(answers.get(claim.owner())))
                                    : new Creation.KeyReused());
        }
    }

    public @Nullable Modification find(MerchantId merchant, ModificationId id) {
        synchronized (payments) {
            Modification row = rows.get(id);
            return row != null && row.merchantId().equals(merchant) ? row : null;
        }
    }

    /** Of the kinds, newest first, strictly older than {@code before}. */
    public List<Modification> list(
            MerchantId merchant,
            Set<ModificationKind> kinds,
            @Nullable PaymentId payment,
            @Nullable ModificationId before,
            int limit) {
        return rows().stream()
                .filter(row -> row.merchantId().equals(merchant) && kinds.contains(row.kind()))
                .filter(row -> payment == null || row.paymentId().equals(payment))
                .filter(row -> before == null || row.id().toString().compareTo(before.toString()) < 0)
                .sorted(Comparator.comparing((Modification row) -> row.id().toString())
                        .reversed())
                .limit(limit)
                .toList();
    }

    /** All rows, in the order they were created. */
    public Collection<Modification> rows() {
        synchronized (payments) {
            return List.copyOf(rows.values());
        }
    }

    /** Changes a row beside all decisions. */
    void replace(Modification row) {
        rows.put(row.id(), row);
    }

    Object lock() {
        return payments;
    }
}
