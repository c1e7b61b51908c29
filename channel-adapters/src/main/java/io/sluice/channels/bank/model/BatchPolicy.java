package io.sluice.channels.bank.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.BatchOutcome;
import io.sluice.core.channel.BatchOutcome.Agreed;
import io.sluice.core.channel.BatchOutcome.Disagreed;
import io.sluice.core.channel.BatchOutcome.Unanswered;
import io.sluice.core.channel.BatchOutcome.Uploaded;
import io.sluice.core.channel.BatchTotals;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the host says of a terminal's day: its own totals in DE 48, and then 1 where they are ours, else 2. */
public final class BatchPolicy {

    private static final Pattern TOTALS = Pattern.compile("([0-9]{12})([0-9]{6})([0-9]{12})([0-9]{6})([12])");
    private static final String SAME = "1";

    private BatchPolicy() {}

    public static BatchOutcome settled(Reply<Message> reply, BatchTotals ours) {
        return approved(reply, answer -> compared(answer.text(Field.ADDITIONAL), ours));
    }

    public static BatchOutcome uploaded(Reply<Message> reply) {
        return approved(reply, answer -> new Uploaded());
    }

    private static BatchOutcome approved(Reply<Message> reply, Function<Message, BatchOutcome> outcome) {
        return switch (reply) {
            case Success<Message>(Message answer) ->
                Answer.of(answer.text(Field.CODE)) == Answer.APPROVED
                        ? outcome.apply(answer)
                        : new Unanswered(answer.text(Field.CODE), "the bank does not settle now");
            case Refusal<Message>(int status, String code, String message) -> new Unanswered(code, message);
            case NotWritten<Message>(String code, String message) -> new Unanswered(code, message);
            case Lost<Message>(String code, String message) -> new Unanswered(code, message);
        };
    }

    /** Its word and its totals must say the same: one that agrees to other totals than ours has agreed to nothing. */
    private static BatchOutcome compared(String text, BatchTotals ours) {
        Matcher parts = TOTALS.matcher(text);
        if (!parts.matches()) {
            return new Unanswered("totals_unreadable", "the bank's answer has no totals that can be read");
        }
        BatchTotals theirs = new BatchTotals(
                Long.parseLong(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Long.parseLong(parts.group(3)),
                Integer.parseInt(parts.group(4)));
        boolean same = parts.group(5).equals(SAME);
        if (same != theirs.equals(ours)) {
            return new Unanswered("totals_contradict", "the bank's word on the totals is not what its totals say");
        }
        return same ? new Agreed() : new Disagreed(theirs);
    }
}
