package io.sluice.channels.alipay;

import io.sluice.channels.alipay.model.Answer;
import io.sluice.channels.alipay.model.PayMethod;
import io.sluice.channels.http.Json;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.PayOrder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of biz_content, and of answers. */
final class Documents {

    /** Times are Beijing's, and do not say so. */
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.ofHours(8));

    private static final int LONGEST_SUBJECT = 256;
    private static final int LONGEST_BODY = 128;
    private static final int LONGEST_REASON = 256;

    private Documents() {}

    /** An order. It depends on nothing but what is durable with the attempt, so that a repetition is the same to the byte. */
    static String order(PayOrder order, PayMethod method) {
        ObjectNode document = about(order.number())
                .put("total_amount", order.amount().toDecimal())
                .put("subject", Json.shortened(subject(order.description()), LONGEST_SUBJECT))
                .put("body", Json.shortened(order.description(), LONGEST_BODY))
                .put("product_code", method.product())
                .put("time_expire", TIME.format(order.expiresAt()));
        if (method == PayMethod.CODE) {
            document.put("scene", "bar_code").put("auth_code", order.payer());
        }
        return document.toString();
    }

    /** These three signs may not stand in it. */
    private static String subject(String description) {
        return description.replaceAll("[/=&]", " ");
    }

    /** What a query, a close and a cancel take. */
    static String reference(String number) {
        return about(number).toString();
    }

    static String refund(ModificationOrder order) {
        ObjectNode document = about(order.orderNumber())
                .put("out_request_no", order.number())
                .put("refund_amount", order.amount().toDecimal());
        if (order.reason() != null) {
            document.put("refund_reason", Json.shortened(order.reason(), LONGEST_REASON));
        }
        return document.toString();
    }

    static String refundReference(String number, String orderNumber) {
        return about(orderNumber).put("out_request_no", number).toString();
    }

    /** What the day's trades are asked for with. */
    static String bill(LocalDate day) {
        return Json.MAPPER
                .createObjectNode()
                .put("bill_type", "trade")
                .put("bill_date", day.toString())
                .toString();
    }

    private static ObjectNode about(String number) {
        return Json.MAPPER.createObjectNode().put("out_trade_no", number);
    }

    /** The texts of an answer; lists and objects in it are left out. */
    static Answer answer(byte[] json) {
        Map<String, String> fields = new LinkedHashMap<>();
        Json.object(json)
                .propertyStream()
                .filter(field -> field.getValue().isString())
                .forEach(field -> fields.put(field.getKey(), field.getValue().stringValue()));
        return new Answer(fields);
    }
}
