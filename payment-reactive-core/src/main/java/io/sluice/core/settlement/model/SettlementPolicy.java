package io.sluice.core.settlement.model;

import io.sluice.core.channel.BatchOutcome;
import io.sluice.core.channel.BatchOutcome.Agreed;
import io.sluice.core.channel.BatchOutcome.Disagreed;
import io.sluice.core.channel.BatchOutcome.Unanswered;
import io.sluice.core.channel.BatchOutcome.Uploaded;
import java.time.Duration;
import java.time.Instant;

/** DUE → ASKED → AGREED, or DISAGREED → UPLOADED (docs/adr/026-batch-settlement.md). No word undoes a step. */
final class SettlementPolicy {

    private static final Duration FIRST = Duration.ofMinutes(1);
    /** Who heard the disagreement uploads at once; whoever else looks gives that the time it takes. */
    private static final Duration UPLOAD = Duration.ofMinutes(10);

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int DOUBLINGS = 5;

    private SettlementPolicy() {}

    /** What is told once is told again in the same words: totals that were written stay. */
    static Settlement counted(Settlement due, BatchBook book, Instant now) {
        if (due.state() != SettlementState.DUE) {
            return due;
        }
        return book.open() > 0 && due.orderedBy() == null
                ? due.next(SettlementState.DUE, null, null, book.open(), null, null, later(due, now), now)
                : due.next(
                        SettlementState.ASKED,
                        book.totals(),
                        null,
                        book.open(),
                        due.orderedBy(),
                        null,
                        now.plus(FIRST),
                        now);
    }

    static Settlement concluded(Settlement settlement, BatchOutcome outcome, Instant now) {
        return switch (outcome) {
            case Agreed _
            when settlement.state() == SettlementState.ASKED -> over(settlement, SettlementState.AGREED, now);
            case Disagreed(var theirs)
            when settlement.state() == SettlementState.ASKED ->
                settlement.next(
                        SettlementState.DISAGREED,
                        settlement.ours(),
                        theirs,
                        settlement.open(),
                        settlement.orderedBy(),
                        null,
                        now.plus(UPLOAD),
                        now);
            case Uploaded _
            when settlement.state() == SettlementState.DISAGREED -> over(settlement, SettlementState.UPLOADED, now);
            case Unanswered(String code, String _)
            when !settlement.state().isFinal() ->
                settlement.next(
                        settlement.state(),
                        settlement.ours(),
                        settlement.theirs(),
                        settlement.open(),
                        settlement.orderedBy(),
                        code,
                        later(settlement, now),
                        now);
            case Agreed _, Disagreed _, Uploaded _, Unanswered _ -> settlement;
        };
    }

    private static Settlement over(Settlement settlement, SettlementState end, Instant now) {
        return settlement.next(
                end,
                settlement.ours(),
                settlement.theirs(),
                settlement.open(),
                settlement.orderedBy(),
                null,
                null,
                now);
    }

    private static Instant later(Settlement settlement, Instant now) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(settlement.asked(), DOUBLINGS));
        return now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
}
