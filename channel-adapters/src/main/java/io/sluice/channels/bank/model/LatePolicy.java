package io.sluice.channels.bank.model;

import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.money.Money;
import java.util.Optional;

/**
 * What an answer means that nobody waited for any more. Only that money moved, or did not, is worth telling; and only of purchases and
 * pre-authorizations, for completions and voids are taken back or repeated by then.
 */
public final class LatePolicy {

    private LatePolicy() {}

    public static Optional<CallbackReading> read(Kind kind, Message request, Message answer) {
        String number = request.text(Field.ADDITIONAL);
        if (!kind.opens() || number.length() != 32) {
            return Optional.empty();
        }
        Money asked = Money.of(Long.parseLong(request.text(Field.AMOUNT)), "CNY");
        Trace trace = new Trace(
                request.text(Field.STAN),
                request.text(Field.SENT_AT),
                request.text(Field.RETRIEVAL),
                request.text(Field.TYPE_AND_BATCH).substring(2, 8));
        ChannelOutcome outcome = OrderPolicy.opened(new Success<>(answer), kind, asked, trace);
        return outcome instanceof Approved || outcome instanceof Authorized || outcome instanceof Declined
                ? Optional.of(new CallbackReading.Authentic("late-" + trace.retrieval(), number, outcome))
                : Optional.empty();
    }
}
