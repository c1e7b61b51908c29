package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.unionpay.RequestCheck.Asked;
import io.sluice.sandbox.simulators.unionpay.book.Book;
import io.sluice.sandbox.simulators.unionpay.book.JournalLine;
import io.sluice.sandbox.simulators.unionpay.model.Binding;
import io.sluice.sandbox.simulators.unionpay.model.Code;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/** Binds cards to merchants' names for them: messages with codes (77), binding (72), undoing (74), queries (75). */
final class BindingEndpoint {
    private static final Set<String> TYPES = Set.of("72", "74", "75", "77");
    private static final Pattern BIND_ID = Pattern.compile("[0-9A-Za-z]{1,128}");

    private final Book book;
    private final ShortMessages messages;
    private final InstantSource clock;

    BindingEndpoint(Book book, ShortMessages messages, InstantSource clock) {
        this.book = book;
        this.messages = messages;
        this.clock = clock;
    }

    static boolean handles(Message message) {
        return TYPES.contains(message.text("txnType"));
    }

    Mono<Answer> answer(Asked asked) {
        Message message = asked.message();
        if (!message.text("bizType").equals("000301")) {
            return refused(asked, new Refusal(ResponseCode.NOT_PERMITTED, "bizType"));
        }
        if (!BIND_ID.matcher(message.text("bindId")).matches()) {
            return refused(asked, new Refusal(ResponseCode.MALFORMED, "bindId"));
        }
        return switch (message.text("txnType")) {
            case "77" -> terms(asked, false).either(terms -> send(asked, terms), refusal -> refused(asked, refusal));
            case "72" -> terms(asked, true).either(terms -> bind(asked, terms), refusal -> refused(asked, refusal));
            case "74" -> undo(asked);
            default -> query(asked);
        };
    }

    private static Decision<BindingTerms, Refusal> terms(Asked asked, boolean needsCode) {
        return BindingTerms.read(asked.message(), asked.merchant().identity(), needsCode);
    }

    private Mono<Answer> send(Asked asked, BindingTerms terms) {
        String bindId = asked.message().text("bindId");
        messages.send(
                new ShortMessages.Sent(terms.phone(), bindId, terms.card(), Code.RIGHT.digits(), clock.instant()));
        return said(asked, Answer.Manner.RIGHT);
    }

    private Mono<Answer> bind(Asked asked, BindingTerms terms) {
        return switch (terms.code()) {
            case TIMEOUT_NOT_BOUND -> Mono.just(Answer.NEVER);
            case WRONG, TOO_LATE -> refused(asked, Refusal.of(ResponseCode.CODE));
            case REFUSED -> refused(asked, Refusal.of(ResponseCode.ISSUER));
            case RIGHT, TIMEOUT_BOUND, GARBAGE ->
                changed(asked, () -> bound(asked.message(), terms.card()), manner(terms.code()))
                        .map(answer -> terms.code() == Code.TIMEOUT_BOUND ? Answer.NEVER : answer);
        };
    }

    private static Answer.Manner manner(Code code) {
        return code == Code.GARBAGE ? Answer.Manner.FORGED : Answer.Manner.RIGHT;
    }

    /** A card that is bound stays bound as it is; a name whose binding was undone is used up. */
    private Decision<JournalLine, Refusal> bound(Message message, String card) {
        Binding wanted = new Binding(message.text("merId"), message.text("bindId"), card, clock.instant(), false);
        if (book.isKnownBinding(message.key()) || book.binding(wanted.name()).isPresent()) {
            return Decision.refused(Refusal.of(ResponseCode.DUPLICATE));
        }
        return Decision.granted(JournalLine.of(wanted, message.key()));
    }

    private Mono<Answer> undo(Asked asked) {
        return changed(asked, () -> undone(asked.message()), Answer.Manner.RIGHT);
    }

    private Decision<JournalLine, Refusal> undone(Message message) {
        return book.binding(name(message))
                .filter(binding -> !binding.over())
                .map(binding -> Decision.<JournalLine, Refusal>granted(JournalLine.of(binding.undone(), message.key())))
                .orElseGet(() -> Decision.refused(Refusal.of(ResponseCode.ABSENT)));
    }

    private Mono<Answer> query(Asked asked) {
        return book.binding(name(asked.message()))
                        .filter(binding -> !binding.over())
                        .isPresent()
                ? book.settled(Answers.named(asked, Answer.Manner.RIGHT))
                : refused(asked, Refusal.of(ResponseCode.ABSENT));
    }

    private static Binding.Name name(Message message) {
        return new Binding.Name(message.text("merId"), message.text("bindId"));
    }

    private Mono<Answer> changed(Asked asked, Supplier<Decision<JournalLine, Refusal>> step, Answer.Manner manner) {
        Mono<Answer> done = book.change(step)
                .map(decision -> decision.either(
                        line -> Answers.named(asked, manner), refusal -> Answers.refused(asked, refusal)));
        // A client that leaves does not keep a card from being bound.
        return Mono.fromFuture(done::toFuture, true);
    }

    private static Mono<Answer> said(Asked asked, Answer.Manner manner) {
        return Mono.just(Answers.named(asked, manner));
    }

    private static Mono<Answer> refused(Asked asked, Refusal refusal) {
        return Mono.just(Answers.refused(asked, refusal));
    }
}
