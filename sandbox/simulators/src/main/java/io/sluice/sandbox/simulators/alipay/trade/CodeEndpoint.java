package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.alipay.model.Outcome;
import io.sluice.sandbox.simulators.alipay.model.Product;
import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.SubCode;
import io.sluice.sandbox.simulators.alipay.model.Terms;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.wire.Answers;
import io.sluice.sandbox.simulators.alipay.wire.Call;
import io.sluice.sandbox.simulators.alipay.wire.Fields;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.model.Decision;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Payments with a code that the payer shows: collected at once, unless he has to do something first. */
public final class CodeEndpoint {
    private static final Pattern AUTH_CODE = Pattern.compile("(2[5-9]|30)\\d{14,22}");

    private final Desk desk;
    private final Behaviour<Outcome> behaviour;
    private final Payer payer;
    private final InstantSource clock;

    public CodeEndpoint(Desk desk, Behaviour<Outcome> behaviour, Payer payer, InstantSource clock) {
        this.desk = desk;
        this.behaviour = behaviour;
        this.payer = payer;
        this.clock = clock;
    }

    public Mono<Answer> pay(Call call) {
        return checked(call)
                .then(same -> TermsReader.read(same, Product.CODE, clock.instant()))
                .either(this::pay, refusal -> Mono.just(Answers.error(refusal)));
    }

    private static Decision<Call, Refusal> checked(Call call) {
        var fields = new Fields(call.content());
        String scene = fields.text("scene", 32);
        fields.require(scene.equals("bar_code") || scene.equals("wave_code"), "scene", "must be bar_code");
        String code = fields.text("auth_code", 64);
        return fields.decide(() -> call)
                .then(same -> AUTH_CODE.matcher(code).matches()
                        ? Decision.granted(same)
                        : Refusal.refuse(SubCode.PAYMENT_AUTH_CODE_INVALID));
    }

    private Mono<Answer> pay(Terms terms) {
        Outcome outcome =
                behaviour.of(terms.outTradeNo(), terms.totalFen(), terms.body(), terms.passback(), terms.subject());
        return outcome == Outcome.TIMEOUT_NOT_CHARGED
                ? Mono.just(Answer.NEVER)
                : desk.change(terms.key(), current -> paid(current, terms, outcome))
                        .map(decision -> decision.either(line -> answer(line.left()), Answers::error));
    }

    private Decision<JournalLine, Refusal> paid(@Nullable Trade current, Terms terms, Outcome outcome) {
        Instant now = clock.instant();
        if (current != null) {
            return current.askedAgain(terms, now).then(again -> Decision.granted(JournalLine.of(again)));
        }
        return Trade.placed(terms, Ids.token(), outcome, now)
                .met(Ids.trade(now), now)
                .then(met -> switch (outcome) {
                    case NEVER, WAITING, PAID_AFTER_CLOSE, CHARGED_LATE -> Decision.granted(JournalLine.of(met));
                    case DECLINED -> met.closed(now).then(closed -> Decision.granted(JournalLine.of(closed)));
                    default -> payer.charged(met);
                });
    }

    private Answer answer(Trade trade) {
        if (trade.isPayable() && trade.asked() == 1) {
            payer.expect(trade);
        }
        return FirstAnswer.of(
                trade,
                switch (trade.status()) {
                    case PLACED, WAIT_BUYER_PAY -> Answers.inProcess(Documents.named(trade));
                    case TRADE_SUCCESS, TRADE_FINISHED -> Answers.success(Documents.paid(trade));
                    case TRADE_CLOSED ->
                        Answers.error(Refusal.of(SubCode.BUYER_BALANCE_NOT_ENOUGH), Documents.named(trade));
                });
    }
}
