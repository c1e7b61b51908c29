package io.sluice.core.settlement.model;

import io.sluice.core.channel.Batch;
import io.sluice.core.channel.BatchOutcome;
import io.sluice.core.channel.BatchTotals;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The settlement of an account's batch, as it stands after {@code version} transitions.
 *
 * @param ours what our tables say; null until it is told
 * @param theirs what the host says; null until it disagrees
 * @param open how much of the batch nobody knew the outcome of when it was looked at last
 * @param orderedBy the operator who ordered it, early or in spite of what is open; null where the timer did
 * @param code the last code with which no answer came; null where there is none
 * @param asked how often the host was asked, or the batch found unfit to be asked about
 * @param dueAt when it must be looked at again; null when nothing is due
 */
public record Settlement(
        MerchantId merchantId,
        ChannelAccountId account,
        Batch batch,
        SettlementState state,
        @Nullable BatchTotals ours,
        @Nullable BatchTotals theirs,
        int open,
        @Nullable String orderedBy,
        @Nullable String code,
        int asked,
        @Nullable Instant dueAt,
        int version,
        Instant updatedAt) {

    /** The day is over. */
    public static Settlement due(MerchantId merchant, ChannelAccountId account, Batch batch, Instant now) {
        return new Settlement(merchant, account, batch, SettlementState.DUE, null, null, 0, null, null, 0, now, 1, now);
    }

    /** Our totals are about to be told, unless {@code book} has what nobody knows yet and nobody ordered it all the same. */
    public Settlement counted(BatchBook book, Instant now) {
        return SettlementPolicy.counted(this, book, now);
    }

    /** What the host's word makes of it. */
    public Settlement concluded(BatchOutcome outcome, Instant now) {
        return SettlementPolicy.concluded(this, outcome, now);
    }

    /** An operator wants it settled now. The same where it is over. */
    public Settlement ordered(String by, Instant now) {
        return state.isFinal() ? this : next(state, ours, theirs, open, by, code, now, now);
    }

    Settlement next(
            SettlementState nextState,
            @Nullable BatchTotals nextOurs,
            @Nullable BatchTotals nextTheirs,
            int nextOpen,
            @Nullable String by,
            @Nullable String nextCode,
            @Nullable Instant nextDueAt,
            Instant now) {
        return new Settlement(
                merchantId,
                account,
                batch,
                nextState,
                nextOurs,
                nextTheirs,
                nextOpen,
                by,
                nextCode,
                asked + 1,
                nextDueAt,
                version + 1,
                now);
    }
}
