package io.sluice.sandbox.simulators.bank.book;

import io.sluice.sandbox.simulators.bank.model.Totals;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What the book says of a terminal's day, whose batch has its name. */
public record DayEntries(Book book) {
    private static final DateTimeFormatter BATCH = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);

    public List<BatchEntry> of(String terminal, LocalDate day) {
        String batch = BATCH.format(day);
        return book.all().stream()
                .filter(one -> Totals.counts(one, terminal, batch))
                .map(BatchEntry::new)
                .toList();
    }
}
