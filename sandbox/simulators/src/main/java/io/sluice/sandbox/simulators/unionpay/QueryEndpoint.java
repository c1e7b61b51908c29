package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.unionpay.book.Book;
import io.sluice.sandbox.simulators.unionpay.model.Key;
import io.sluice.sandbox.simulators.unionpay.model.Outcome;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Tells merchants what became of their transactions. */
final class QueryEndpoint {
    private final Book book;
    private final InstantSource clock;
    private final Map<Key, Integer> asked = new ConcurrentHashMap<>();

    QueryEndpoint(Book book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    Mono<Answer> answer(RequestCheck.Asked question) {
        Message message = question.message();
        if (!message.text("txnType").equals("00")) {
            return told(question, Answers.refused(message, new Refusal(ResponseCode.NOT_PERMITTED, "txnType")));
        }
        return book.find(message.key())
                .map(transaction -> found(question, transaction.seenAt(clock.instant())))
                .orElseGet(() -> told(question, Answers.refused(message, Refusal.of(ResponseCode.ABSENT))));
    }

    private Mono<Answer> found(RequestCheck.Asked question, Transaction transaction) {
        Answer.Manner manner = transaction.outcome() == Outcome.GARBAGE ? garbled(transaction) : Answer.Manner.RIGHT;
        return book.settled(Answers.of(question.merchant(), Answers.found(question.message(), transaction), manner));
    }

    private Answer.Manner garbled(Transaction transaction) {
        return switch (asked.merge(transaction.key(), 1, Integer::sum)) {
            case 1 -> Answer.Manner.UNREADABLE;
            case 2 -> Answer.Manner.FORGED;
            default -> Answer.Manner.RIGHT;
        };
    }

    private Mono<Answer> told(RequestCheck.Asked question, Map<String, String> fields) {
        return book.settled(Answers.of(question.merchant(), fields, Answer.Manner.RIGHT));
    }
}
