package io.sluice.ledger.posting;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.PaymentId;
import io.sluice.ledger.posting.model.EventType;
import io.sluice.ledger.posting.model.JournalEntry;
import io.sluice.ledger.posting.model.MoneyMoved;
import io.sluice.ledger.posting.model.PaymentPostings;
import io.sluice.ledger.posting.model.Posting;
import io.sluice.ledger.posting.model.PostingRules;
import io.sluice.ledger.posting.model.Standing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides what is to be done about events. Nothing here fails: what cannot be decided is a rejection with its reason. */
public final class Decisions {

    private final EventBodies bodies;

    public Decisions(EventBodies bodies) {
        this.bodies = bodies;
    }

    /** One for each payment among the events, its events in their order. */
    List<PaymentPostings> of(List<PaymentEvent> events) {
        Map<PaymentId, List<Posting>> byPayment = new LinkedHashMap<>();
        for (PaymentEvent event : events) {
            byPayment
                    .computeIfAbsent(event.paymentId(), payment -> new ArrayList<>())
                    .add(of(event));
        }
        List<PaymentPostings> all = new ArrayList<>(byPayment.size());
        byPayment.forEach((payment, postings) -> all.add(new PaymentPostings(payment, postings)));
        return all;
    }

    public Posting of(PaymentEvent event) {
        try {
            EventType type = EventType.of(event.type());
            return type.movesMoney()
                    ? bodies.read(event, type)
                            .<Posting>map(moved -> book(event, moved))
                            .orElseGet(() -> nothing(event))
                    : nothing(event);
        } catch (RuntimeException e) {
            return new Posting.Reject(event, reason(e));
        }
    }

    private static Posting nothing(PaymentEvent event) {
        return new Posting.NothingToBook(event);
    }

    private static Posting book(PaymentEvent event, MoneyMoved moved) {
        Map<Standing, JournalEntry> entries = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            PostingRules.entryFor(moved, standing).ifPresent(entry -> entries.put(standing, entry));
        }
        return new Posting.Book(event, entries);
    }

    private static String reason(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
