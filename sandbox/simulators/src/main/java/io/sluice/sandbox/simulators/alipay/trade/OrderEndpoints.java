package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.alipay.model.Outcome;
import io.sluice.sandbox.simulators.alipay.model.Product;
import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.Terms;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.wire.Answers;
import io.sluice.sandbox.simulators.alipay.wire.Call;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.model.Decision;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Trades whose payer comes later: by QR code, or led by his browser. */
public final class OrderEndpoints {
    private final Desk desk;
    private final Behaviour<Outcome> behaviour;
    private final Payer payer;
    private final String base;
    private final InstantSource clock;

    /** @param base where payers find this channel */
    public OrderEndpoints(Desk desk, Behaviour<Outcome> behaviour, Payer payer, String base, InstantSource clock) {
        this.desk = desk;
        this.behaviour = behaviour;
        this.payer = payer;
        this.base = base;
        this.clock = clock;
    }

    public Mono<Answer> precreate(Call call) {
        return place(call, Product.QR, trade -> FirstAnswer.of(trade, Answers.success(code(trade))));
    }

    private ObjectNode code(Trade trade) {
        return Json.MAPPER
                .createObjectNode()
                .put("out_trade_no", trade.terms().outTradeNo())
                .put("qr_code", address(trade));
    }

    public Mono<Answer> pagePay(Call call) {
        return place(call, Product.PAGE, this::lead);
    }

    public Mono<Answer> wapPay(Call call) {
        return place(call, Product.WAP, this::lead);
    }

    private Answer lead(Trade trade) {
        return FirstAnswer.of(trade, Answer.redirect(address(trade)));
    }

    private String address(Trade trade) {
        return base + "/pay/" + trade.token();
    }

    private Mono<Answer> place(Call call, Product product, Function<Trade, Answer> view) {
        return TermsReader.read(call, product, clock.instant())
                .either(terms -> place(terms, view), refusal -> Mono.just(Answers.error(refusal)));
    }

    private Mono<Answer> place(Terms terms, Function<Trade, Answer> view) {
        Outcome outcome =
                behaviour.of(terms.outTradeNo(), terms.totalFen(), terms.body(), terms.passback(), terms.subject());
        if (outcome == Outcome.TIMEOUT_NOT_CHARGED) {
            return Mono.just(Answer.NEVER);
        }
        return desk.change(terms.key(), current -> placed(current, terms, outcome))
                .map(decision -> decision.either(line -> taken(line.left(), view), Answers::error));
    }

    private Decision<JournalLine, Refusal> placed(@Nullable Trade current, Terms terms, Outcome outcome) {
        Instant now = clock.instant();
        Decision<Trade, Refusal> placed = current == null
                ? Decision.granted(Trade.placed(terms, Ids.token(), outcome, now))
                : current.askedAgain(terms, now);
        return placed.then(trade -> Decision.granted(JournalLine.of(trade)));
    }

    private Answer taken(Trade trade, Function<Trade, Answer> view) {
        if (trade.asked() == 1) {
            payer.expect(trade);
        }
        return view.apply(trade);
    }
}
