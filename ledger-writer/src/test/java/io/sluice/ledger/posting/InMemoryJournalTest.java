package io.sluice.ledger.posting;

/** Shows that the contract is one: what tests use instead of PostgreSQL keeps it too. */
final class InMemoryJournalTest extends JournalContract {

    private final Books books = new InMemoryBooks();

    @Override
    protected Books books() {
        return books;
    }
}
