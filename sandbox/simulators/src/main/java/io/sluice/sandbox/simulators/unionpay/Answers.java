package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.unionpay.model.Kind;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the channel says, in answers and in notices alike. */
final class Answers {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMdd");
    private static final DateTimeFormatter TRACED = DateTimeFormatter.ofPattern("MMddHHmmss");
    private static final String RENMINBI = "156";
    private static final List<String> REPEATED = List.of(
            "version",
            "encoding",
            "txnType",
            "txnSubType",
            "bizType",
            "accessType",
            "merId",
            "orderId",
            "txnTime",
            "reqReserved");

    private Answers() {}

    /** An answer's body is not URL-encoded. */
    static Answer of(Merchant merchant, Map<String, String> fields, Answer.Manner manner) {
        String text = merchant.signed(fields, manner != Answer.Manner.FORGED).entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
        return Answer.text(200, text).in(manner);
    }

    static Map<String, String> refused(Message request, Refusal refusal) {
        return answered(request, refusal.code(), refusal.message());
    }

    static Answer refused(RequestCheck.Asked asked, Refusal refusal) {
        return of(asked.merchant(), refused(asked.message(), refusal), Answer.Manner.RIGHT);
    }

    /** It was done, and what it is about is named. */
    static Answer named(RequestCheck.Asked asked, Answer.Manner manner) {
        Map<String, String> fields = answered(asked.message(), ResponseCode.SUCCESS, ResponseCode.SUCCESS.message());
        fields.put("bindId", asked.message().text("bindId"));
        return of(asked.merchant(), fields, manner);
    }

    private static Map<String, String> answered(Message request, ResponseCode code, String message) {
        Map<String, String> fields = new LinkedHashMap<>();
        REPEATED.stream()
                .filter(field -> !request.text(field).isEmpty())
                .forEach(field -> fields.put(field, request.text(field)));
        fields.put("respCode", code.code());
        fields.put("respMsg", message);
        return fields;
    }

    /** It was taken on; what becomes of it is told later. */
    static Map<String, String> accepted(Message request, Transaction transaction) {
        Map<String, String> fields = answered(request, ResponseCode.SUCCESS, ResponseCode.SUCCESS.message());
        fields.put("queryId", transaction.queryId());
        fields.put("origQryId", Objects.requireNonNullElse(transaction.original(), ""));
        fields.put("txnAmt", Long.toString(transaction.fen()));
        fields.put("currencyCode", RENMINBI);
        return fields;
    }

    static Map<String, String> found(Message request, Transaction transaction) {
        Map<String, String> fields = answered(request, ResponseCode.SUCCESS, ResponseCode.SUCCESS.message());
        fields.put("origRespCode", transaction.code().code());
        fields.put("origRespMsg", transaction.code().message());
        describe(fields, transaction);
        return fields;
    }

    static Map<String, String> notice(Transaction transaction, ResponseCode code, long fen) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("version", "5.1.0");
        fields.put("encoding", "UTF-8");
        fields.put("bizType", transaction.product());
        fields.put("accessType", "0");
        fields.put("merId", transaction.key().merId());
        fields.put("orderId", transaction.key().orderId());
        fields.put("txnTime", transaction.key().txnTime());
        fields.put("respCode", code.code());
        fields.put("respMsg", code.message());
        describe(fields, transaction);
        fields.put("txnAmt", Long.toString(fen));
        fields.put("settleAmt", Long.toString(fen));
        return fields;
    }

    /** What is settled is what was asked for: there is one currency only. */
    private static void describe(Map<String, String> fields, Transaction transaction) {
        Kind kind = transaction.kind();
        Instant at = Objects.requireNonNullElse(transaction.endedAt(), transaction.createdAt());
        fields.put("txnType", kind.type());
        fields.put("txnSubType", kind.subType());
        fields.put("queryId", transaction.queryId());
        if (transaction.original() != null) {
            fields.put("origQryId", transaction.original());
        }
        fields.put("txnAmt", Long.toString(transaction.fen()));
        fields.put("currencyCode", RENMINBI);
        fields.put("settleAmt", Long.toString(transaction.fen()));
        fields.put("settleCurrencyCode", RENMINBI);
        fields.put("settleDate", DAY.format(at.atOffset(BEIJING)));
        fields.put(
                "traceNo", transaction.queryId().substring(transaction.queryId().length() - 6));
        fields.put("traceTime", TRACED.format(transaction.createdAt().atOffset(BEIJING)));
        if (!transaction.reserved().isEmpty()) {
            fields.put("reqReserved", transaction.reserved());
        }
    }
}
