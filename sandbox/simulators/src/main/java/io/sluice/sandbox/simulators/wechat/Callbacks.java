package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Plan.Step;
import io.sluice.sandbox.simulators.callback.model.ResendSchedule;
import io.sluice.sandbox.simulators.callback.model.Variant;
import io.sluice.sandbox.simulators.wechat.model.CallbackPlan;
import io.sluice.sandbox.simulators.wechat.model.Order;
import io.sluice.sandbox.simulators.wechat.model.Refund;
import io.sluice.sandbox.simulators.wechat.model.RefundOutcome;
import io.sluice.sandbox.simulators.wechat.wire.Documents;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Writes the callbacks that follow a payment or a refund. */
final class Callbacks {
    private final ResendSchedule schedule;

    Callbacks(ResendSchedule schedule) {
        this.schedule = schedule;
    }

    List<Callback> ofPayment(Order paid, Instant now) {
        return CallbackPlan.after(paid.outcome()).steps().stream()
                .map(step -> ofPayment(paid, step, now))
                .toList();
    }

    private Callback ofPayment(Order paid, Step step, Instant now) {
        return new Callback(
                Ids.notification(),
                step.variant(),
                "TRANSACTION.SUCCESS",
                "transaction",
                paid.terms().mchid(),
                paid.terms().outTradeNo(),
                paid.terms().notifyUrl(),
                Json.MAPPER.writeValueAsString(document(paid, step.variant())),
                step.copies(),
                now,
                0,
                now.plus(schedule.scaled(step.after())));
    }

    private static ObjectNode document(Order paid, Variant variant) {
        ObjectNode truth = Documents.transaction(paid);
        return switch (variant) {
            case HONEST, PROBE -> truth;
            case STALE -> truth.put("trade_state", "USERPAYING").without(List.of("success_time", "transaction_id"));
            case WRONG_AMOUNT -> {
                long lie = paid.terms().totalFen() + 1;
                truth.withObject("/amount").put("total", lie).put("payer_total", lie);
                yield truth;
            }
        };
    }

    /** Empty when the merchant did not ask to be told. */
    List<Callback> ofRefund(Refund refund, Instant now) {
        String url = refund.terms().notifyUrl();
        return url == null || RefundOutcome.markedIn(refund.terms().reason()) == RefundOutcome.SILENT
                ? List.of()
                : List.of(new Callback(
                        Ids.notification(),
                        Variant.HONEST,
                        "REFUND." + refund.state().name(),
                        "refund",
                        refund.terms().mchid(),
                        refund.terms().outRefundNo(),
                        url,
                        Json.MAPPER.writeValueAsString(Documents.refundNotice(refund)),
                        1,
                        now,
                        0,
                        now));
    }
}
