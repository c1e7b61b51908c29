package io.sluice.sandbox.simulators.alipay.notify;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.alipay.model.Buyer;
import io.sluice.sandbox.simulators.alipay.model.Terms;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.wire.Times;
import io.sluice.sandbox.simulators.alipay.wire.Yuan;
import tools.jackson.databind.node.ObjectNode;

/** What a notify says about a trade. Nothing in it is empty, for some verifiers count what is. */
final class NotifyFields {
    private NotifyFields() {}

    static ObjectNode of(Trade trade) {
        Terms terms = trade.terms();
        String total = Yuan.of(terms.totalFen());
        ObjectNode fields = Json.MAPPER
                .createObjectNode()
                .put("notify_type", "trade_status_sync")
                .put("charset", "utf-8")
                .put("version", "1.0")
                .put("app_id", terms.appId())
                .put("auth_app_id", terms.appId())
                .put("trade_no", trade.tradeNo())
                .put("out_trade_no", terms.outTradeNo())
                .put("seller_id", terms.sellerId())
                .put("buyer_id", Buyer.ID)
                .put("buyer_logon_id", Buyer.LOGIN)
                .put("trade_status", trade.status().name())
                .put("total_amount", total)
                .put("receipt_amount", total)
                .put("invoice_amount", total)
                .put("buyer_pay_amount", total)
                .put("point_amount", "0.00")
                .put("subject", terms.subject())
                .put("gmt_create", Times.write(trade.createdAt()));
        if (trade.paidAt() != null) {
            fields.put("gmt_payment", Times.write(trade.paidAt()));
        }
        if (terms.body() != null) {
            fields.put("body", terms.body());
        }
        if (terms.passback() != null) {
            fields.put("passback_params", terms.passback());
        }
        return fields.put("fund_bill_list", "[{\"amount\":\"" + total + "\",\"fundChannel\":\"ALIPAYACCOUNT\"}]");
    }
}
