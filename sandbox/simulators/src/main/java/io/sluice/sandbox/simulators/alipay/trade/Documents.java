package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.alipay.model.Buyer;
import io.sluice.sandbox.simulators.alipay.model.Refund;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.wire.Times;
import io.sluice.sandbox.simulators.alipay.wire.Yuan;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** The channel's JSON: what answers say about a trade or a refund. */
public final class Documents {
    private Documents() {}

    /** The two numbers by which it is known. */
    static ObjectNode named(Trade trade) {
        return Json.MAPPER
                .createObjectNode()
                .put("out_trade_no", trade.terms().outTradeNo())
                .put("trade_no", Objects.requireNonNullElse(trade.tradeNo(), ""));
    }

    public static ObjectNode trade(Trade trade) {
        ObjectNode answer =
                payer(named(trade)).put("trade_status", trade.status().name());
        String total = Yuan.of(trade.terms().totalFen());
        String paid = trade.paidAt() == null ? "0.00" : total;
        answer.put("total_amount", total)
                .put("receipt_amount", paid)
                .put("buyer_pay_amount", paid)
                .put("invoice_amount", paid)
                .put("point_amount", "0.00");
        if (trade.paidAt() != null) {
            answer.put("send_pay_date", Times.write(trade.paidAt()));
        }
        return answer;
    }

    /** A code payment that went through. */
    static ObjectNode paid(Trade trade) {
        ObjectNode answer = trade(trade);
        answer.put("gmt_payment", answer.path("send_pay_date").asString(""));
        answer.putArray("fund_bill_list")
                .addObject()
                .put("amount", Yuan.of(trade.terms().totalFen()))
                .put("fund_channel", "ALIPAYACCOUNT");
        return answer.without(List.of("trade_status", "send_pay_date"));
    }

    static ObjectNode refund(Trade trade, Refund refund, boolean moved) {
        return payer(named(trade))
                .put("fund_change", moved ? "Y" : "N")
                .put("refund_fee", Yuan.of(trade.refundedFen()))
                .put("send_back_fee", Yuan.of(refund.fen()));
    }

    /** One that is still on its way has no {@code refund_status}. */
    static ObjectNode refundQuery(Trade trade, Refund refund) {
        ObjectNode answer = named(trade)
                .put("out_request_no", refund.outRequestNo())
                .put("total_amount", Yuan.of(trade.terms().totalFen()))
                .put("refund_amount", Yuan.of(refund.fen()));
        if (refund.reason() != null) {
            answer.put("refund_reason", refund.reason());
        }
        if (refund.doneAt() != null) {
            answer.put("refund_status", "REFUND_SUCCESS").put("gmt_refund_pay", Times.write(refund.doneAt()));
        }
        return answer;
    }

    private static ObjectNode payer(ObjectNode answer) {
        return answer.put("buyer_user_id", Buyer.ID).put("buyer_logon_id", Buyer.LOGIN);
    }
}
