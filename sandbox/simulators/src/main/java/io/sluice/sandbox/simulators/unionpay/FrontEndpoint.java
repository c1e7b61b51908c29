package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.MagicAmounts;
import io.sluice.sandbox.simulators.unionpay.book.Book;
import io.sluice.sandbox.simulators.unionpay.book.JournalLine;
import io.sluice.sandbox.simulators.unionpay.model.Kind;
import io.sluice.sandbox.simulators.unionpay.model.Outcome;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.time.Instant;
import java.time.InstantSource;
import reactor.core.publisher.Mono;

/** Takes orders from payers' browsers. */
record FrontEndpoint(
        RequestCheck check, Book book, Behaviour<Outcome> behaviour, Payer payer, PayPage page, InstantSource clock) {

    Mono<Answer> order(byte[] body) {
        return check.check(RequestCheck.read(body))
                .then(asked -> order(asked.message()))
                .either(this::place, refusal -> Mono.just(page.refusing(refusal)));
    }

    private Decision<Transaction, Refusal> order(Message message) {
        Instant now = clock.instant();
        Outcome outcome = behaviour.of(
                message.text("orderId"),
                MagicAmounts.minor(message.text("txnAmt")),
                message.text("orderDesc"),
                message.reserved());
        return Kind.of(message.text("txnType"), message.text("txnSubType"))
                .filter(Kind::opens)
                .map(kind -> Terms.order(message, kind, outcome, now))
                .orElseGet(() -> Decision.refused(new Refusal(ResponseCode.NOT_PERMITTED, "txnType")));
    }

    private Mono<Answer> place(Transaction order) {
        if (order.outcome() == Outcome.TIMEOUT_NOT_CHARGED) {
            return Mono.just(Answer.NEVER);
        }
        Mono<Answer> placed =
                book.change(() -> placed(order)).map(decision -> decision.either(line -> met(order), page::refusing));
        // A browser that is closed does not keep an order from its payer.
        return Mono.fromFuture(placed::toFuture, true);
    }

    /** A payer who opens the same order again sees it again, as long as it can be paid. */
    private Decision<JournalLine, Refusal> placed(Transaction order) {
        Instant now = clock.instant();
        Transaction known = book.find(order.key()).orElse(order).seenAt(now);
        if (known.code() == ResponseCode.TIMED_OUT) {
            return Decision.refused(Refusal.of(ResponseCode.TIMED_OUT));
        }
        return known.isOpen() && known.fen() == order.fen() && known.kind() == order.kind()
                ? Decision.granted(JournalLine.of(known))
                : Decision.refused(Refusal.of(ResponseCode.DUPLICATE));
    }

    private Answer met(Transaction order) {
        Transaction kept = book.find(order.key()).orElse(order);
        if (kept.queryId().equals(order.queryId())) {
            payer.expect(kept);
        }
        return switch (kept.outcome()) {
            case TIMEOUT_CHARGED -> Answer.NEVER;
            case ERROR_AFTER -> Gate.BROKEN;
            case null, default -> page.asking(kept);
        };
    }
}
