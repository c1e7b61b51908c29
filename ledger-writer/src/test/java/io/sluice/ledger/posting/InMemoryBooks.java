package io.sluice.ledger.posting;

import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.ledger.posting.model.Account;
import io.sluice.ledger.posting.model.EntryKind;
import io.sluice.ledger.posting.model.JournalEntry;
import io.sluice.ledger.posting.model.JournalLine;
import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import io.sluice.ledger.posting.model.Posting;
import io.sluice.ledger.posting.model.Side;
import io.sluice.ledger.posting.model.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The books as the contract has them, without a database. */
public final class InMemoryBooks implements Books, Journal {

    private static final Set<EntryKind> REPEATED = Set.of(
            EntryKind.CAPTURE,
            EntryKind.CHARGE_VOIDED,
            EntryKind.CAPTURE_VOIDED,
            EntryKind.CONFLICT_HELD,
            EntryKind.CONFLICT_RELEASED,
            EntryKind.CONFLICT_GIVEN_BACK,
            EntryKind.CONFLICT_BOUNCED,
            EntryKind.CONFLICT_WITHDRAWN,
            EntryKind.REFUND,
            EntryKind.REFUND_RETURNED);

    private final Set<EventId> consumed = new HashSet<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Posting.Reject> rejects = new ArrayList<>();

    @Override
    public Journal journal() {
        return this;
    }

    @Override
    public Mono<List<Outcome>> post(PaymentPostings postings) {
        return Mono.fromSupplier(
                () -> postings.postings().stream().map(this::post).toList());
    }

    private synchronized Outcome post(Posting posting) {
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
        Standing standing = has(book, EntryKind.CONFLICT_HELD) ? Standing.HELD_IN_SUSPENSE : Standing.NOTHING_BOOKED;
        JournalEntry entry = Objects.requireNonNull(book.entries().get(standing));
        if (!REPEATED.contains(entry.kind()) && has(book, entry.kind())) {
            return reject(new Posting.Reject(book.event(), "the books refuse it: " + entry.kind() + " twice"));
        }
        entries.add(entry);
        return Outcome.POSTED;
    }

    private boolean has(Posting posting, EntryKind kind) {
        return of(posting.event().paymentId()).anyMatch(entry -> entry.kind() == kind);
    }

    private Outcome reject(Posting.Reject reject) {
        rejects.add(reject);
        return Outcome.REJECTED;
    }

    @Override
    public synchronized List<String> entries(PaymentId payment) {
        return of(payment)
                .flatMap(entry -> entry.lines().stream()
                        .map(line -> "%s %s %s %d %s"
                                .formatted(
                                        entry.kind().code(),
                                        line.side(),
                                        line.account().code(),
                                        line.amount().minor(),
                                        line.amount().currency())))
                .toList();
    }

    @Override
    public synchronized long due(MerchantId merchant, String currency) {
        Account payable = new Account.MerchantPayable(merchant);
        return lines().filter(line -> line.account().equals(payable)
                        && line.amount().currency().getCurrencyCode().equals(currency))
                .mapToLong(line -> -signed(line))
                .sum();
    }

    @Override
    public synchronized List<String> wrong() {
        Map<String, Long> sums = lines().collect(Collectors.groupingBy(
                line -> line.amount().currency().getCurrencyCode(), Collectors.summingLong(InMemoryBooks::signed)));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .map(Map.Entry::toString)
                .toList();
    }

    @Override
    public synchronized List<String> rejections(MerchantId merchant) {
        return rejects.stream()
                .filter(reject -> reject.event().merchantId().equals(merchant))
                .map(Posting.Reject::reason)
                .toList();
    }

    private Stream<JournalEntry> of(PaymentId payment) {
        return entries.stream().filter(entry -> entry.payment().equals(payment));
    }

    private Stream<JournalLine> lines() {
        return entries.stream().flatMap(entry -> entry.lines().stream());
    }

    private static long signed(JournalLine line) {
        return line.side() == Side.DEBIT
                ? line.amount().minor()
                : -line.amount().minor();
    }
}
