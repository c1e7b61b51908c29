package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.Play;
import io.sluice.sandbox.simulators.unionpay.book.Book;
import io.sluice.sandbox.simulators.unionpay.book.JournalLine;
import io.sluice.sandbox.simulators.unionpay.model.Key;
import io.sluice.sandbox.simulators.unionpay.model.Kind;
import io.sluice.sandbox.simulators.unionpay.model.PayoutRules;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import io.sluice.sandbox.simulators.unionpay.model.Rules;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Takes on what merchants ask for themselves: completions, voids, refunds and payouts. */
final class BackEndpoint {
    private final Book book;
    private final Payer payer;
    private final InstantSource clock;
    private final Set<Key> lost = ConcurrentHashMap.newKeySet();

    BackEndpoint(Book book, Payer payer, InstantSource clock) {
        this.book = book;
        this.payer = payer;
        this.clock = clock;
    }

    Mono<Answer> answer(RequestCheck.Asked asked) {
        Message message = asked.message();
        return Kind.of(message.text("txnType"), message.text("txnSubType"))
                .filter(kind -> !kind.opens())
                .map(kind -> kind == Kind.PAYOUT
                        ? Terms.payout(message, clock.instant())
                        : Terms.following(message, kind, clock.instant()))
                .orElseGet(() -> Decision.refused(new Refusal(ResponseCode.NOT_PERMITTED, "txnType")))
                .either(wanted -> follow(asked, wanted), refusal -> Mono.just(refused(asked, refusal)));
    }

    private Mono<Answer> follow(RequestCheck.Asked asked, Transaction wanted) {
        if (wanted.isLostAtFirst() && lost.add(wanted.key())) {
            return Mono.just(Answer.NEVER);
        }
        Mono<Answer> followed = book.change(() -> decided(wanted))
                .map(decision -> decision.either(line -> accepted(asked, wanted), refusal -> refused(asked, refusal)));
        // A client that leaves does not keep what was taken on from its end.
        return Mono.fromFuture(followed::toFuture, true);
    }

    private Decision<JournalLine, Refusal> decided(Transaction wanted) {
        if (book.find(wanted.key()).isPresent()) {
            return Decision.refused(Refusal.of(ResponseCode.DUPLICATE));
        }
        if (wanted.kind() == Kind.PAYOUT) {
            return PayoutRules.payOut(wanted, book.net(wanted.key().merId()))
                    .then(granted -> Decision.granted(JournalLine.of(granted)));
        }
        if (wanted.play() == Play.DECLINED) {
            return Decision.refused(Refusal.of(ResponseCode.REFUSED));
        }
        String reference = String.valueOf(wanted.original());
        return book.referred(reference)
                .filter(original -> original.key().merId().equals(wanted.key().merId()))
                .map(original -> Rules.follow(wanted, original, book.following(reference), clock.instant()))
                .orElseGet(() -> Decision.refused(Refusal.of(ResponseCode.ORIGINAL)))
                .then(granted -> Decision.granted(JournalLine.of(granted)));
    }

    private Answer accepted(RequestCheck.Asked asked, Transaction wanted) {
        payer.expect(wanted);
        return wanted.isUnanswered()
                ? Answer.NEVER
                : Answers.of(asked.merchant(), Answers.accepted(asked.message(), wanted), Answer.Manner.RIGHT);
    }

    private static Answer refused(RequestCheck.Asked asked, Refusal refusal) {
        return Answers.of(asked.merchant(), Answers.refused(asked.message(), refusal), Answer.Manner.RIGHT);
    }
}
