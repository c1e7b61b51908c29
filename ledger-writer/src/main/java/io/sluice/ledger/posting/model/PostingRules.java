package io.sluice.ledger.posting.model;

import java.util.List;
import java.util.Optional;

/** From an event to its entry. The list of policies is all there is; at most one applies. */
public final class PostingRules {

    private static final List<PostingPolicy> POLICIES = List.of(
            new ChargePolicy(),
            new ChargeVoidedPolicy(),
            new ConflictHeldPolicy(),
            new ConflictReleasedPolicy(),
            new ConflictGivenBackPolicy(),
            new ConflictBouncedPolicy(),
            new ConflictWithdrawnPolicy(),
            new CapturePolicy(),
            new CaptureVoidedPolicy(),
            new RefundPolicy(),
            new RefundReturnedPolicy(),
            new PayoutReservedPolicy(),
            new PayoutPaidPolicy(),
            new PayoutReleasedPolicy(),
            new PayoutReturnedPolicy());

    private PostingRules() {}

    /** The entry for {@code moved}, given what the books already hold of its payment. */
    public static Optional<JournalEntry> entryFor(MoneyMoved moved, Standing standing) {
        return POLICIES.stream()
                .filter(policy -> policy.appliesTo(moved, standing))
                .findFirst()
                .map(policy -> entry(policy, moved));
    }

    private static JournalEntry entry(PostingPolicy policy, MoneyMoved moved) {
        return new JournalEntry(
                JournalEntryId.of(moved.event()),
                moved.event(),
                moved.merchant(),
                moved.payment(),
                policy.kind(),
                moved.at(),
                policy.lines(moved));
    }
}
