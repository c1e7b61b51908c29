package io.sluice.ledger.posting.r2dbc;

import io.r2dbc.spi.Statement;
import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import io.sluice.ledger.posting.model.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A batch as the statement's parameters, and the statement's answers back in the batch's order. */
final class BatchRows {

    private final EventColumns events = new EventColumns();
    private final EntryColumns entries = new EntryColumns();
    private final List<List<Integer>> numbers = new ArrayList<>();

    private BatchRows() {}

    static BatchRows of(List<PaymentPostings> commands) {
        BatchRows rows = new BatchRows();
        for (PaymentPostings command : commands) {
            rows.numbers.add(command.postings().stream().map(rows::add).toList());
        }
        return rows;
    }

    private int add(Posting posting) {
        int number = events.add(posting);
        if (posting instanceof Posting.Book book) {
            book.entries().forEach((standing, entry) -> entries.add(number, standing, entry));
        }
        return number;
    }

    void bind(Statement statement) {
        events.bind(statement);
        entries.bind(statement);
    }

    /** An event without an answer was there before. */
    List<List<Outcome>> outcomes(Map<Integer, Outcome> answers) {
        return numbers.stream()
                .map(events -> events.stream()
                        .map(number -> answers.getOrDefault(number, Outcome.DUPLICATE))
                        .toList())
                .toList();
    }
}
