package io.sluice.ledger.posting.r2dbc;

import io.r2dbc.spi.Statement;
import io.sluice.ledger.posting.model.JournalEntry;
import io.sluice.ledger.posting.model.JournalLine;
import io.sluice.ledger.posting.model.Standing;

/** The entries that events may make, and their lines, as arrays. */
final class EntryColumns {

    private final Column<Integer> events = Column.ofInt();
    private final Column<String> standings = Column.ofText();
    private final Column<String> kinds = Column.ofText();

    private final Column<Integer> lineEntries = Column.ofInt();
    private final Column<Integer> lineNumbers = Column.ofInt();
    private final Column<String> accounts = Column.ofText();
    private final Column<String> accountTypes = Column.ofText();
    private final Column<String> currencies = Column.ofText();
    private final Column<String> sides = Column.ofText();
    private final Column<Long> amounts = new Column<>(Long[]::new);

    void add(int event, Standing standing, JournalEntry entry) {
        events.add(event);
        standings.add(standing.name());
        kinds.add(entry.kind().code());
        int number = 0;
        for (JournalLine line : entry.lines()) {
            add(events.size(), ++number, line);
        }
    }

    private void add(int entry, int number, JournalLine line) {
        lineEntries.add(entry);
        lineNumbers.add(number);
        accounts.add(line.account().code());
        accountTypes.add(line.account().type().name());
        currencies.add(line.amount().currency().getCurrencyCode());
        sides.add(line.side().name());
        amounts.add(line.amount().minor());
    }

    void bind(Statement statement) {
        statement
                .bind("$9", events.toArray())
                .bind("$10", standings.toArray())
                .bind("$11", kinds.toArray())
                .bind("$12", lineEntries.toArray())
                .bind("$13", lineNumbers.toArray())
                .bind("$14", accounts.toArray())
                .bind("$15", accountTypes.toArray())
                .bind("$16", currencies.toArray())
                .bind("$17", sides.toArray())
                .bind("$18", amounts.toArray());
    }
}
