package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.MagicAmounts;
import io.sluice.sandbox.simulators.unionpay.RequestCheck.Asked;
import io.sluice.sandbox.simulators.unionpay.book.Book;
import io.sluice.sandbox.simulators.unionpay.book.JournalLine;
import io.sluice.sandbox.simulators.unionpay.model.Binding;
import io.sluice.sandbox.simulators.unionpay.model.Key;
import io.sluice.sandbox.simulators.unionpay.model.Kind;
import io.sluice.sandbox.simulators.unionpay.model.Outcome;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Takes orders that merchants send themselves, of cards that are bound to their names. */
final class ChargeEndpoint {
    private final Book book;
    private final Behaviour<Outcome> behaviour;
    private final Payer payer;
    private final InstantSource clock;
    private final Set<Key> lost = ConcurrentHashMap.newKeySet();

    ChargeEndpoint(Book book, Behaviour<Outcome> behaviour, Payer payer, InstantSource clock) {
        this.book = book;
        this.behaviour = behaviour;
        this.payer = payer;
        this.clock = clock;
    }

    static boolean handles(Message message) {
        return Kind.of(message.text("txnType"), message.text("txnSubType"))
                .filter(Kind::opens)
                .isPresent();
    }

    Mono<Answer> answer(Asked asked) {
        return order(asked.message())
                .either(order -> place(asked, order), refusal -> Mono.just(Answers.refused(asked, refusal)));
    }

    private Decision<Transaction, Refusal> order(Message message) {
        if (!message.text("bizType").equals("000301")) {
            return Decision.refused(new Refusal(ResponseCode.NOT_PERMITTED, "bizType"));
        }
        if (message.text("bindId").isEmpty()) {
            return Decision.refused(new Refusal(ResponseCode.MISSING, "bindId"));
        }
        Outcome outcome = behaviour.of(
                message.text("orderId"),
                MagicAmounts.minor(message.text("txnAmt")),
                message.text("orderDesc"),
                message.reserved());
        return Kind.of(message.text("txnType"), message.text("txnSubType"))
                .map(kind -> Terms.charge(message, kind, outcome, clock.instant()))
                .orElseGet(() -> Decision.refused(new Refusal(ResponseCode.NOT_PERMITTED, "txnType")));
    }

    private Mono<Answer> place(Asked asked, Transaction order) {
        if (order.outcome() == Outcome.TIMEOUT_NOT_CHARGED && lost.add(order.key())) {
            return Mono.just(Answer.NEVER);
        }
        Mono<Answer> placed = book.change(() -> placed(order))
                .map(decision ->
                        decision.either(line -> accepted(asked, order), refusal -> Answers.refused(asked, refusal)));
        // A merchant who leaves does not keep a card from being charged.
        return Mono.fromFuture(placed::toFuture, true);
    }

    private Decision<JournalLine, Refusal> placed(Transaction order) {
        if (book.find(order.key()).isPresent()) {
            return Decision.refused(Refusal.of(ResponseCode.DUPLICATE));
        }
        var name = new Binding.Name(order.key().merId(), String.valueOf(order.bindId()));
        return book.binding(name).filter(binding -> !binding.over()).isPresent()
                ? Decision.granted(JournalLine.of(order))
                : Decision.refused(Refusal.of(ResponseCode.NOT_BOUND));
    }

    private Answer accepted(Asked asked, Transaction order) {
        payer.expect(order);
        return switch (order.outcome()) {
            case TIMEOUT_CHARGED, CHARGED_LATE -> Answer.NEVER;
            case ERROR_AFTER -> Gate.BROKEN;
            case null, default ->
                Answers.of(asked.merchant(), Answers.accepted(asked.message(), order), Answer.Manner.RIGHT);
        };
    }
}
