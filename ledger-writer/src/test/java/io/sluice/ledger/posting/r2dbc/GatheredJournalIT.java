package io.sluice.ledger.posting.r2dbc;

import io.sluice.ledger.posting.Books;
import io.sluice.ledger.posting.JournalContract;
import io.sluice.sandbox.servers.TestServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class GatheredJournalIT extends JournalContract {

    private static PostgresBooks books;

    @BeforeAll
    static void open() {
        books = new PostgresBooks(PostgresBooks.migrated(TestServers.freshDatabase()));
    }

    @AfterAll
    static void close() {
        books.close();
    }

    @Override
    protected Books books() {
        return books;
    }
}
