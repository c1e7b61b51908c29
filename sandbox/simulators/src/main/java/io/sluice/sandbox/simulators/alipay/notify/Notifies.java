package io.sluice.sandbox.simulators.alipay.notify;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.alipay.model.Refund;
import io.sluice.sandbox.simulators.alipay.model.RefundOutcome;
import io.sluice.sandbox.simulators.alipay.model.Terms;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.wire.Times;
import io.sluice.sandbox.simulators.alipay.wire.Yuan;
import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Plan;
import io.sluice.sandbox.simulators.callback.model.ResendSchedule;
import io.sluice.sandbox.simulators.callback.model.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Writes the notifies that follow what happened to a trade, for merchants who asked to be told. */
public final class Notifies {
    /** The channel's own pauses between the sendings of a notify that is not answered with {@code success}. */
    public static final List<Duration> RESEND_PAUSES = List.of(
            Duration.ofMinutes(4),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(15));

    private final ResendSchedule schedule;
    private final Function<Instant, String> ids;

    /** @param ids makes a notify's id, which stays the same over all its sendings */
    public Notifies(ResendSchedule schedule, Function<Instant, String> ids) {
        this.schedule = schedule;
        this.ids = ids;
    }

    public List<Callback> ofPayment(Trade paid, Instant now) {
        return paid.outcome().notifies().steps().stream()
                .flatMap(step -> of(paid, paid.terms().outTradeNo(), payment(paid, step.variant()), step, now).stream())
                .toList();
    }

    public List<Callback> ofRefund(Trade trade, Refund refund, Instant now) {
        if (refund.outcome() == RefundOutcome.SILENT) {
            return List.of();
        }
        return of(
                trade,
                refund.outRequestNo(),
                givenBack(trade, Yuan.of(trade.refundedFen()), now).put("out_biz_no", refund.outRequestNo()),
                Plan.ONE.steps().getFirst(),
                now);
    }

    /** Of a paid trade that its merchant cancelled. */
    public List<Callback> ofCancel(Trade trade, Instant now) {
        return of(
                trade,
                trade.terms().outTradeNo(),
                givenBack(trade, Yuan.of(trade.terms().totalFen()), now),
                Plan.ONE.steps().getFirst(),
                now);
    }

    private static ObjectNode givenBack(Trade trade, String refunded, Instant now) {
        ObjectNode document = NotifyFields.of(trade).put("refund_fee", refunded).put("gmt_refund", Times.write(now));
        return trade.endedAt() == null ? document : document.put("gmt_close", Times.write(trade.endedAt()));
    }

    private static ObjectNode payment(Trade paid, Variant variant) {
        ObjectNode truth = NotifyFields.of(paid);
        return switch (variant) {
            case HONEST, PROBE -> truth;
            case STALE -> truth.put("trade_status", "WAIT_BUYER_PAY").without(List.of("gmt_payment"));
            case WRONG_AMOUNT -> truth.put("total_amount", Yuan.of(paid.terms().totalFen() + 1));
        };
    }

    private List<Callback> of(Trade trade, String subject, ObjectNode document, Plan.Step step, Instant now) {
        Terms terms = trade.terms();
        if (terms.notifyUrl() == null) {
            return List.of();
        }
        String id = ids.apply(now);
        return List.of(new Callback(
                id,
                step.variant(),
                trade.status().name(),
                "trade_status_sync",
                terms.appId(),
                subject,
                terms.notifyUrl(),
                Json.MAPPER.writeValueAsString(document.put("notify_id", id)),
                step.copies(),
                now,
                0,
                now.plus(schedule.scaled(step.after()))));
    }
}
