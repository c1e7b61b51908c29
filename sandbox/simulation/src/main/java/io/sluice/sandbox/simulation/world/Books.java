package io.sluice.sandbox.simulation.world;

import io.sluice.core.id.EventId;
import io.sluice.core.id.PaymentId;
import io.sluice.ledger.posting.model.EntryKind;
import io.sluice.ledger.posting.model.JournalEntry;
import io.sluice.ledger.posting.model.JournalLine;
import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import io.sluice.ledger.posting.model.Posting;
import io.sluice.ledger.posting.model.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The ledger's tables: an event counts once, and an entry stands for ever. */
public final class Books {

    private final Set<EventId> consumed = new HashSet<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Posting.Reject> rejected = new ArrayList<>();

    public List<Outcome> post(PaymentPostings postings) {
        return postings.postings().stream().map(this::post).toList();
    }

    private Outcome post(Posting posting) {
        if (!consumed.add(posting.event().id())) {
            return Outcome.DUPLICATE;
        }
        return switch (posting) {
            case Posting.NothingToBook nothing -> Outcome.CONSUMED;
            case Posting.Reject reject -> reject(reject);
            case Posting.Book book -> book(book);
        };
    }

    private Outcome book(Posting.Book book) {
        boolean held = of(book.event().paymentId()).anyMatch(entry -> entry.kind() == EntryKind.CONFLICT_HELD);
        return Optional.ofNullable(book.entries().get(held ? Standing.HELD_IN_SUSPENSE : Standing.NOTHING_BOOKED))
                .map(entry -> add(book, entry))
                .orElse(Outcome.CONSUMED);
    }

    /** What is collected at once is charged once. */
    private Outcome add(Posting.Book book, JournalEntry entry) {
        if (entry.kind() == EntryKind.CHARGE
                && of(entry.payment()).anyMatch(other -> other.kind() == EntryKind.CHARGE)) {
            return reject(new Posting.Reject(book.event(), "a second charge of the same payment"));
        }
        entries.add(entry);
        return Outcome.POSTED;
    }

    private Outcome reject(Posting.Reject reject) {
        rejected.add(reject);
        return Outcome.REJECTED;
    }

    public boolean hasConsumed(EventId event) {
        return consumed.contains(event);
    }

    public Stream<JournalEntry> of(PaymentId payment) {
        return entries.stream().filter(entry -> entry.payment().equals(payment));
    }

    public List<Posting.Reject> rejected() {
        return Collections.unmodifiableList(rejected);
    }

    public Stream<JournalLine> lines() {
        return entries.stream().flatMap(entry -> entry.lines().stream());
    }
}
