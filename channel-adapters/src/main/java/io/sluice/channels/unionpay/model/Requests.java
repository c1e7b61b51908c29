package io.sluice.channels.unionpay.model;

import io.sluice.core.channel.Beneficiary.BankCard;
import io.sluice.core.channel.CardNumber;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.PayoutOrder;
import io.sluice.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The fields of ACP's requests, unsigned. They depend on nothing but what is durable, so that a repetition says the same.
 *
 * @param frontUrl where the payer's browser comes back to
 * @param backUrl where notices go
 */
public record Requests(String merchantId, String frontUrl, String backUrl) {

    /** {@code bizType}: the gateway's payments, and payouts. */
    private static final String GATEWAY = "000201";

    static final String AGREEMENT = "000301";

    private static final String PAYOUTS = "000401";
    private static final String BANK_CARD = "01";
    private static final int LONGEST_DESCRIPTION = 32;

    /** For the payer's browser. */
    public Map<String, String> order(TransactionType type, PayOrder order) {
        Map<String, String> fields = about(type, order.number());
        put(fields, order.amount());
        fields.put("frontUrl", frontUrl);
        return described(fields, order);
    }

    /** Of a card that is bound to a name of ours. */
    public Map<String, String> charge(TransactionType type, PayOrder order, String bindId) {
        Map<String, String> fields = about(type, AGREEMENT, order.number());
        put(fields, order.amount());
        fields.put("bindId", bindId);
        return described(fields, order);
    }

    private Map<String, String> described(Map<String, String> fields, PayOrder order) {
        fields.put("backUrl", backUrl);
        fields.put("payTimeout", TransactionTime.text(order.expiresAt()));
        String shown = order.description().strip();
        if (!shown.isEmpty()) {
            fields.put("orderDesc", shortened(shown));
        }
        fields.put("reqReserved", Reserved.of(order.number(), order.description()));
        return fields;
    }

    public Map<String, String> query(String number) {
        return query(number, false);
    }

    /** @param byAgreement whether the order that is asked about was to be paid by one */
    public Map<String, String> query(String number, boolean byAgreement) {
        return about(TransactionType.QUERY, byAgreement ? AGREEMENT : GATEWAY, number);
    }

    public Map<String, String> payoutQuery(String number) {
        return about(TransactionType.QUERY, PAYOUTS, number);
    }

    /** Who is paid stands in it in the clear, for UnionPay alone. */
    public Map<String, String> payout(PayoutOrder order) {
        Map<String, String> fields = about(TransactionType.PAYOUT, PAYOUTS, order.number());
        put(fields, order.amount());
        fields.put("backUrl", backUrl);
        switch (order.beneficiary()) {
            case BankCard(CardNumber number, String name) -> {
                fields.put("accType", BANK_CARD);
                fields.put("accNo", number.value());
                fields.put("customerInfo", base64("{customerNm=" + name + "}"));
            }
        }
        if (!order.purpose().isBlank()) {
            fields.put("orderDesc", shortened(order.purpose().strip()));
        }
        return fields;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param reference UnionPay's own number of what is modified */
    public Map<String, String> modification(TransactionType type, ModificationOrder order, String reference) {
        Map<String, String> fields = about(type, order.number());
        fields.put("origQryId", reference);
        put(fields, order.amount());
        fields.put("backUrl", backUrl);
        fields.put("reqReserved", Reserved.of(order.orderNumber(), Objects.requireNonNullElse(order.reason(), "")));
        return fields;
    }

    /** Of a clearing day; it is no transaction and has no number. */
    public Map<String, String> dayFile(LocalDate day, Instant now) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("version", "5.1.0");
        fields.put("encoding", "UTF-8");
        fields.put("txnType", "76");
        fields.put("txnSubType", "01");
        fields.put("bizType", "000000");
        fields.put("accessType", "0");
        fields.put("merId", merchantId);
        fields.put("settleDate", clearingDay(day));
        fields.put("txnTime", TransactionTime.text(now));
        fields.put("fileType", "00");
        return fields;
    }

    /** Without its year: UnionPay keeps files for less than one. */
    public static String clearingDay(LocalDate day) {
        return "%02d%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    private Map<String, String> about(TransactionType type, String number) {
        return about(type, GATEWAY, number);
    }

    Map<String, String> about(TransactionType type, String business, String number) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("version", "5.1.0");
        fields.put("encoding", "UTF-8");
        fields.put("txnType", type.type());
        fields.put("txnSubType", type.subType());
        fields.put("bizType", business);
        fields.put("channelType", "07");
        fields.put("accessType", "0");
        fields.put("merId", merchantId);
        fields.put("orderId", number);
        fields.put("txnTime", TransactionTime.of(number));
        return fields;
    }

    private static void put(Map<String, String> fields, Money amount) {
        fields.put("txnAmt", Long.toString(amount.minor()));
        fields.put("currencyCode", amount.currency().getNumericCodeAsString());
    }

    /** Cut between characters, never inside one. */
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_DESCRIPTION
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_DESCRIPTION));
    }
}
