package io.sluice.ledger.posting.r2dbc;

import io.r2dbc.spi.Statement;
import io.sluice.core.r2dbc.ElementType;
import io.sluice.ledger.posting.model.JournalEntry;
import io.sluice.ledger.posting.model.JournalLine;
import io.sluice.ledger.posting.model.Standing;

/** The entries that events may make, and their lines, as arrays. */
final class EntryColumns {

    private final Column<Integer> events = new Column<>(ElementType.INTEGERS);
    private final Column<String> standings = new Column<>(ElementType.TEXTS);
    private final Column<String> kinds = new Column<>(ElementType.TEXTS);

    private final Column<Integer> lineEntries = new Column<>(ElementType.INTEGERS);
    private final Column<Integer> lineNumbers = new Column<>(ElementType.INTEGERS);
    private final Column<String> accounts = new Column<>(ElementType.TEXTS);
    private final Column<String> accountTypes = new Column<>(ElementType.TEXTS);
    private final Column<String> currencies = new Column<>(ElementType.TEXTS);
    private final Column<String> sides = new Column<>(ElementType.TEXTS);
    private final Column<Long> amounts = new Column<>(ElementType.BIGINTS);

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
                .bind("$9", events.parameter())
                .bind("$10", standings.parameter())
                .bind("$11", kinds.parameter())
                .bind("$12", lineEntries.parameter())
                .bind("$13", lineNumbers.parameter())
                .bind("$14", accounts.parameter())
                .bind("$15", accountTypes.parameter())
                .bind("$16", currencies.parameter())
                .bind("$17", sides.parameter())
                .bind("$18", amounts.parameter());
    }
}
