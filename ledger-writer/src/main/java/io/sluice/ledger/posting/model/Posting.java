package io.sluice.ledger.posting.model;

import io.sluice.core.event.PaymentEvent;
import java.util.Map;

/** What is to be done in the books about one event. Every kind of it consumes the event. */
public sealed interface Posting {

    PaymentEvent event();

    /** One of these entries; which, the books say when it is posted. */
    record Book(PaymentEvent event, Map<Standing, JournalEntry> entries) implements Posting {

        public Book {
            entries = Map.copyOf(entries);
        }
    }

    /** No money moved. */
    record NothingToBook(PaymentEvent event) implements Posting {}

    /** It cannot be booked; people have to look at it. */
    record Reject(PaymentEvent event, String reason) implements Posting {}
}
