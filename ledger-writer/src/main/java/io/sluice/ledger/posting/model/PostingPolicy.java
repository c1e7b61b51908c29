package io.sluice.ledger.posting.model;

import java.util.List;

/** One rule of the books: what it is for, when it applies, and the lines it makes. */
interface PostingPolicy {

    EntryKind kind();

    boolean appliesTo(MoneyMoved moved, Standing standing);

    List<JournalLine> lines(MoneyMoved moved);
}
