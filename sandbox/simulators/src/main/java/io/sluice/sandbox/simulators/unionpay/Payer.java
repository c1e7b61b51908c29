package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.callback.CallbackSender;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.Play;
import io.sluice.sandbox.simulators.unionpay.book.Book;
import io.sluice.sandbox.simulators.unionpay.book.JournalLine;
import io.sluice.sandbox.simulators.unionpay.model.Key;
import io.sluice.sandbox.simulators.unionpay.model.Outcome;
import io.sluice.sandbox.simulators.unionpay.model.PayoutPlay;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import reactor.core.publisher.Mono;

/** Ends what was taken on: orders as their payers do, the rest as the channel does; by schedule or by hand. */
record Payer(
        Book book,
        Notices notices,
        CallbackSender sender,
        Behaviour<Outcome> behaviour,
        Threads threads,
        InstantSource clock) {
    private static final int TIMES_LATER = 12;
    private static final int TIMES_PENDING = 3;

    /** After UnionPay's own word that nothing can be paid any more, and after the gateway's patience with that. */
    private static final Duration AFTER_CLOSE = Duration.ofSeconds(15);

    void expect(Transaction transaction) {
        if (transaction.isOpen() && transaction.outcome() != Outcome.NEVER) {
            threads.at(when(transaction), Mono.defer(() -> end(transaction.key(), transaction.ownEnd())));
        }
        if (transaction.payout() == PayoutPlay.BOUNCED && (transaction.isOpen() || transaction.isDone())) {
            Instant back = transaction.createdAt().plus(behaviour.delay().multipliedBy(TIMES_PENDING));
            threads.at(back, Mono.defer(() -> end(transaction.key(), ResponseCode.ISSUER)));
        }
    }

    private Instant when(Transaction transaction) {
        if (transaction.outcome() == Outcome.PAID_AFTER_CLOSE && transaction.payBy() != null) {
            return transaction.payBy().plus(AFTER_CLOSE);
        }
        int times = transaction.outcome() == Outcome.CHARGED_LATE
                ? TIMES_LATER
                : isPending(transaction) ? TIMES_PENDING : 1;
        return transaction.createdAt().plus(behaviour.delay().multipliedBy(times));
    }

    private static boolean isPending(Transaction transaction) {
        return transaction.play() == Play.PENDING || transaction.payout() == PayoutPlay.PENDING;
    }

    /** What has ended stays as it is, but for a payout that comes back. */
    Mono<Decision<JournalLine, Refusal>> end(Key key, ResponseCode code) {
        return book.change(() -> book.find(key)
                        .map(transaction -> ended(transaction, code))
                        .orElseGet(() -> Decision.refused(Refusal.of(ResponseCode.ABSENT))))
                .doOnNext(decision -> decision.then(line -> {
                    line.following().forEach(sender::send);
                    return decision;
                }));
    }

    private Decision<JournalLine, Refusal> ended(Transaction transaction, ResponseCode code) {
        Instant now = clock.instant();
        if (!transaction.isEndableAt(now) && !(transaction.bounces() && code == ResponseCode.ISSUER)) {
            return Decision.granted(JournalLine.of(transaction.seenAt(now)));
        }
        Transaction ended = transaction.ended(code, now);
        return Decision.granted(JournalLine.of(ended).with(notices.after(ended, now)));
    }
}
