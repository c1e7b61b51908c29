package io.sluice.sandbox.simulators.bank.net;

import io.sluice.sandbox.simulators.bank.book.Book;
import io.sluice.sandbox.simulators.bank.model.Codes;
import io.sluice.sandbox.simulators.bank.model.De;
import io.sluice.sandbox.simulators.bank.model.Delivery;
import io.sluice.sandbox.simulators.bank.model.Message;
import io.sluice.sandbox.simulators.bank.model.Outcome;
import io.sluice.sandbox.simulators.bank.model.ReversalRules;
import io.sluice.sandbox.simulators.bank.model.Totals;
import io.sluice.sandbox.simulators.bank.model.TransactionRules;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.http.Fault;
import io.sluice.sandbox.simulators.http.Faults;
import io.sluice.sandbox.simulators.model.MagicAmounts;
import reactor.core.publisher.Mono;

/** From an authentic message of a signed-on terminal to its answer and the way that goes. */
public final class Desk {
    private final Book book;
    private final Behaviour<Outcome> behaviour;
    private final Faults faults;

    public Desk(Book book, Behaviour<Outcome> behaviour, Faults faults) {
        this.book = book;
        this.behaviour = behaviour;
        this.faults = faults;
    }

    record Reply(Message message, Delivery delivery) {}

    Mono<Reply> answer(Message message) {
        if (faults.strikes(Fault.DROP_CONNECTION)) {
            return Mono.just(new Reply(message, Delivery.CUT));
        }
        if (faults.strikes(Fault.FREQUENCY_LIMITED)) {
            return right(message.answer(Codes.UNAVAILABLE));
        }
        if (faults.strikes(Fault.SYSTEM_ERROR_BEFORE)) {
            return right(message.answer(Codes.SYSTEM_ERROR));
        }
        return carryOut(message).map(reply -> disturbed(message, reply));
    }

    private Reply disturbed(Message message, Reply reply) {
        if (faults.strikes(Fault.SYSTEM_ERROR_AFTER)) {
            return new Reply(message.answer(Codes.SYSTEM_ERROR), reply.delivery());
        }
        return faults.strikes(Fault.DROP_AFTER) ? new Reply(reply.message(), Delivery.CUT) : reply;
    }

    private Mono<Reply> carryOut(Message message) {
        return switch (message.type()) {
            case 0x0100, 0x0200, 0x0220 -> transaction(message);
            case 0x0400 ->
                book.decide(register -> ReversalRules.ask(message, register))
                        .map(verdict -> new Reply(verdict.answer(), Delivery.RIGHT));
            case 0x0500 -> settlement(message);
            default -> right(message.answer(Codes.INVALID_TRANSACTION));
        };
    }

    private Mono<Reply> transaction(Message message) {
        Outcome outcome = behaviour.of(
                message.text(De.ADDITIONAL), MagicAmounts.minor(message.text(De.AMOUNT)), message.text(De.TEXT));
        return book.decide(register -> TransactionRules.ask(message, register, outcome))
                .map(verdict -> new Reply(verdict.answer(), verdict.isNew() ? outcome.delivery() : Delivery.RIGHT));
    }

    private Mono<Reply> settlement(Message message) {
        if (!message.text(De.TYPE_AND_BATCH).matches("[0-9]{8,11}")) {
            return right(message.answer(Codes.FORMAT));
        }
        String batch = message.text(De.TYPE_AND_BATCH).substring(2, 8);
        Message answer = Totals.settle(message, book.all());
        boolean agreed = answer.text(De.ADDITIONAL).endsWith("1");
        return agreed ? book.settle(message.text(De.TERMINAL), batch).then(right(answer)) : right(answer);
    }

    private static Mono<Reply> right(Message answer) {
        return Mono.just(new Reply(answer, Delivery.RIGHT));
    }
}
