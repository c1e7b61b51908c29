package io.sluice.channels.bank;

import io.sluice.channels.bank.model.Answer;
import io.sluice.channels.bank.model.Field;
import io.sluice.channels.bank.model.Kind;
import io.sluice.channels.bank.model.Message;
import io.sluice.channels.bank.model.OrderPolicy;
import io.sluice.channels.bank.model.Requests;
import io.sluice.channels.bank.model.ReversalReason;
import io.sluice.channels.bank.model.Trace;
import io.sluice.channels.bank.net.Lines;
import io.sluice.channels.model.Reply;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.money.Money;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Asks the host under the number's first STAN, and under the next where that is another transaction's. Reversals go the same way: a
 * STAN that is another's was never ours, and the first that is not is the one that was used.
 */
final class Teller {

    private final Requests requests;
    private final Lines lines;

    Teller(Requests requests, Lines lines) {
        this.requests = requests;
        this.lines = lines;
    }

    /** @param trace under which that was answered, or under which nothing was */
    record Told(Reply<Message> reply, Trace trace) {

        boolean isDuplicate() {
            return reply instanceof Reply.Success<Message>(Message answer)
                    && Answer.of(answer.text(Field.CODE)) == Answer.DUPLICATE;
        }
    }

    Mono<Told> ask(String number, Function<Trace, Message> message) {
        return ask(number, message, 0);
    }

    private Mono<Told> ask(String number, Function<Trace, Message> message, int repetition) {
        return Mono.defer(() -> {
            Trace trace = Trace.of(number, repetition);
            return lines.exchange(message.apply(trace))
                    .map(reply -> new Told(reply, trace))
                    .flatMap(told -> told.isDuplicate() && repetition + 1 < Trace.REPETITIONS
                            ? ask(number, message, repetition + 1)
                            : Mono.just(told));
        });
    }

    Mono<ChannelOutcome> reverse(Kind kind, String number, Money amount, Card card, ReversalReason reason) {
        return ask(number, trace -> requests.reversal(kind, number, amount, card, reason, trace))
                .map(told -> OrderPolicy.reversed(told.reply(), amount, told.trace()));
    }
}
