package io.sluice.sandbox.simulators.bank.book;

import io.sluice.sandbox.simulators.bank.model.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed together: one line, so that a kill keeps all of it or nothing. */
record JournalLine(
        @Nullable List<Transaction> transactions, @Nullable String settled) {}
