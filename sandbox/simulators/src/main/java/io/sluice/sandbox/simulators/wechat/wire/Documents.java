package io.sluice.sandbox.simulators.wechat.wire;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.wechat.model.Order;
import io.sluice.sandbox.simulators.wechat.model.OrderTerms;
import io.sluice.sandbox.simulators.wechat.model.Refund;
import io.sluice.sandbox.simulators.wechat.model.TradeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.node.ObjectNode;

/** The channel's JSON: what answers and callbacks say about an order or a refund. */
public final class Documents {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.ofHours(8));
    private static final String ANYONE = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";

    private Documents() {}

    /** RFC 3339 in Beijing's time, as the channel writes it. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    public static ObjectNode accepted(Order order) {
        var answer = Json.MAPPER.createObjectNode();
        String prepayId = "wx" + order.token();
        return switch (order.terms().tradeType()) {
            case NATIVE ->
                answer.put(
                        "code_url",
                        "weixin://wxpay/bizpayurl?pr=" + order.token().substring(0, 11));
            case JSAPI, APP -> answer.put("prepay_id", prepayId);
            case H5 ->
                answer.put("h5_url", "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=" + prepayId);
        };
    }

    public static ObjectNode transaction(Order order) {
        OrderTerms terms = order.terms();
        var answer = Json.MAPPER
                .createObjectNode()
                .put("appid", terms.appid())
                .put("mchid", terms.mchid())
                .put("out_trade_no", terms.outTradeNo())
                .put("trade_state", order.state().name())
                .put("trade_state_desc", order.state().description())
                .put("attach", terms.attach() == null ? "" : terms.attach());
        answer.putObject("amount").put("total", terms.totalFen()).put("currency", "CNY");
        answer.putObject("payer");
        if (order.transactionId() != null && order.paidAt() != null) {
            addPayment(answer, terms, order.transactionId(), order.paidAt());
        }
        return answer;
    }

    private static void addPayment(ObjectNode answer, OrderTerms terms, String transactionId, Instant paidAt) {
        answer.put("transaction_id", transactionId)
                .put("trade_type", terms.tradeType().wireName())
                .put("bank_type", terms.tradeType() == TradeType.APP ? "CMB_CREDIT" : "OTHERS")
                .put("success_time", time(paidAt));
        answer.withObject("/amount").put("payer_total", terms.totalFen()).put("payer_currency", "CNY");
        answer.withObject("/payer").put("openid", terms.openid() == null ? ANYONE : terms.openid());
    }

    public static ObjectNode refund(Refund refund) {
        var answer = refundHead(refund).put("status", refund.state().name()).put("channel", "ORIGINAL");
        answer.put("create_time", time(refund.createdAt())).put("funds_account", "AVAILABLE");
        answer.putArray("promotion_detail");
        answer.withObject("/amount")
                .put("settlement_refund", refund.terms().refundFen())
                .put("settlement_total", refund.terms().totalFen())
                .put("discount_refund", 0)
                .put("currency", "CNY");
        return answer;
    }

    /** A refund's callback: the state has another name there than in the answer, and the merchant stands in it. */
    public static ObjectNode refundNotice(Refund refund) {
        return refundHead(refund)
                .put("mchid", refund.terms().mchid())
                .put("refund_status", refund.state().name());
    }

    private static ObjectNode refundHead(Refund refund) {
        var answer = Json.MAPPER
                .createObjectNode()
                .put("refund_id", refund.refundId())
                .put("out_refund_no", refund.terms().outRefundNo())
                .put("transaction_id", refund.transactionId())
                .put("out_trade_no", refund.order().outTradeNo())
                .put("user_received_account", "the payer's balance");
        if (refund.succeededAt() != null) {
            answer.put("success_time", time(refund.succeededAt()));
        }
        answer.putObject("amount")
                .put("total", refund.terms().totalFen())
                .put("refund", refund.terms().refundFen())
                .put("payer_total", refund.terms().totalFen())
                .put("payer_refund", refund.terms().refundFen());
        return answer;
    }
}
