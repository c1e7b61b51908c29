package io.sluice.sandbox.simulators.bank.net;

import io.sluice.sandbox.simulators.bank.book.BatchEntry;
import io.sluice.sandbox.simulators.bank.book.Book;
import io.sluice.sandbox.simulators.bank.book.Uploads;
import io.sluice.sandbox.simulators.bank.model.Codes;
import io.sluice.sandbox.simulators.bank.model.De;
import io.sluice.sandbox.simulators.bank.model.Delivery;
import io.sluice.sandbox.simulators.bank.model.Message;
import io.sluice.sandbox.simulators.bank.model.Outcome;
import io.sluice.sandbox.simulators.bank.model.ReversalRules;
import io.sluice.sandbox.simulators.bank.model.Totals;
import io.sluice.sandbox.simulators.bank.model.Transaction;
import io.sluice.sandbox.simulators.bank.model.TransactionRules;
import io.sluice.sandbox.simulators.bill.BillDesk;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.model.MagicAmounts;
import io.sluice.sandbox.simulators.weather.model.Fault;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** From an authentic message of a signed-on terminal to its answer and the way that goes. */
public final class Desk {
    private final Book book;
    private final Behaviour<Outcome> behaviour;
    private final BillDesk<BatchEntry> batches;
    private final Uploads uploads = new Uploads();

    public Desk(Book book, Behaviour<Outcome> behaviour, BillDesk<BatchEntry> batches) {
        this.book = book;
        this.batches = batches;
        this.behaviour = behaviour;
    }

    record Reply(Message message, Delivery delivery) {
        Reply by(Delivery other) {
            return new Reply(message, other);
        }
    }

    Mono<Reply> answer(Message message, @Nullable Fault fault) {
        if (fault == null) {
            return carryOut(message);
        }
        return switch (fault) {
            case DROP_CONNECTION -> Mono.just(new Reply(message, Delivery.CUT));
            case LOST_QUESTION -> Mono.just(new Reply(message, Delivery.NEVER));
            case FREQUENCY_LIMITED -> right(message.answer(Codes.UNAVAILABLE));
            case SYSTEM_ERROR_BEFORE -> right(message.answer(Codes.SYSTEM_ERROR));
            case DROP_AFTER -> carryOut(message).map(reply -> reply.by(Delivery.CUT));
            case LOST_ANSWER -> carryOut(message).map(reply -> reply.by(Delivery.NEVER));
            case PARTIAL -> carryOut(message).map(reply -> reply.by(Delivery.HALF));
            case GARBAGE -> carryOut(message).map(reply -> reply.by(Delivery.GARBAGE));
            case SYSTEM_ERROR_AFTER ->
                carryOut(message).map(reply -> new Reply(message.answer(Codes.SYSTEM_ERROR), reply.delivery()));
        };
    }

    private Mono<Reply> carryOut(Message message) {
        return switch (message.type()) {
            case 0x0100, 0x0200, 0x0220 -> transaction(message);
            case 0x0400 ->
                book.decide(register -> ReversalRules.ask(message, register))
                        .map(verdict -> new Reply(verdict.answer(), Delivery.RIGHT));
            case 0x0320 -> upload(message);
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

    /** Of a batch that is a day, differences and all. */
    private Collection<Transaction> entries(String terminal, String batch) {
        String day = "20" + batch.substring(0, 2) + '-' + batch.substring(2, 4) + '-' + batch.substring(4);
        return BillDesk.day(day).stream()
                .flatMap(one -> batches.lines(terminal, one).stream())
                .map(BatchEntry::transaction)
                .toList();
    }

    private Mono<Reply> settlement(Message message) {
        if (!message.text(De.TYPE_AND_BATCH).matches("[0-9]{8,11}")) {
            return right(message.answer(Codes.FORMAT));
        }
        String batch = message.text(De.TYPE_AND_BATCH).substring(2, 8);
        Message answer = Totals.settle(message, entries(message.text(De.TERMINAL), batch));
        boolean agreed = answer.text(De.ADDITIONAL).endsWith("1");
        return agreed ? book.settle(message.text(De.TERMINAL), batch).then(right(answer)) : right(answer);
    }

    /** The batch is closed as the terminal has it, and people compare. */
    private Mono<Reply> upload(Message message) {
        if (!message.text(De.TYPE_AND_BATCH).matches("[0-9]{11}")) {
            return right(message.answer(Codes.FORMAT));
        }
        String code = uploads.take(message);
        Mono<Reply> reply = right(message.answer(code));
        return code.equals(Codes.APPROVED) && Uploads.isEnd(message)
                ? book.settle(
                                message.text(De.TERMINAL),
                                message.text(De.TYPE_AND_BATCH).substring(2, 8))
                        .then(reply)
                : reply;
    }

    private static Mono<Reply> right(Message answer) {
        return Mono.just(new Reply(answer, Delivery.RIGHT));
    }
}
