package io.sluice.sandbox.simulators.unionpay;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a request is one that this channel looks at: who signed it, and whether its fields have their form. */
record RequestCheck(Map<String, Merchant> merchants) {
    private static final int MOST_FIELDS = 100;
    private static final Map<String, Pattern> FORMS = Map.of(
            "version", Pattern.compile("5\\.1\\.0"),
            "encoding", Pattern.compile("UTF-8"),
            "txnType", Pattern.compile("[0-9]{2}"),
            "txnSubType", Pattern.compile("[0-9]{2}"),
            "bizType", Pattern.compile("[0-9]{6}"),
            "channelType", Pattern.compile("0[78]"),
            "accessType", Pattern.compile("0"),
            "orderId", Pattern.compile("[0-9A-Za-z]{8,40}"),
            "txnTime", Pattern.compile("[0-9]{14}"));
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    /** Who asks, and what. */
    record Asked(Merchant merchant, Message message) {}

    /** Null when it is no form, or has a field twice. */
    static @Nullable Message read(byte[] body) {
        var decoder = new QueryStringDecoder(
                new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MOST_FIELDS);
        try {
            Map<String, String> fields = new LinkedHashMap<>();
            for (Map.Entry<String, List<String>> field : decoder.parameters().entrySet()) {
                if (field.getValue().size() != 1) {
                    return null;
                }
                fields.put(field.getKey(), field.getValue().getFirst());
            }
            return new Message(fields);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    Decision<Asked, Refusal> check(@Nullable Message message) {
        if (message == null) {
            return Decision.refused(new Refusal(ResponseCode.MALFORMED, "a form, with each field once"));
        }
        Merchant merchant = merchants.get(message.text("merId"));
        if (merchant == null) {
            return Decision.refused(new Refusal(ResponseCode.MERCHANT, "merId"));
        }
        Refusal wrong = signature(message, merchant);
        Refusal malformed = wrong == null ? form(message) : wrong;
        return malformed == null ? Decision.granted(new Asked(merchant, message)) : Decision.refused(malformed);
    }

    /** Null when it is the merchant's. */
    static @Nullable Refusal signature(Message message, Merchant merchant) {
        if (!message.text("signMethod").equals(merchant.identity().method().code())) {
            return new Refusal(ResponseCode.SIGNATURE, "signMethod");
        }
        if (!message.text("certId").equals(merchant.identity().merchantSerial())) {
            return new Refusal(ResponseCode.SIGNATURE, "certId");
        }
        return merchant.identity().isMerchants(message.toBeSigned(), message.text("signature"))
                ? null
                : Refusal.of(ResponseCode.SIGNATURE);
    }

    private static @Nullable Refusal form(Message message) {
        return FORMS.entrySet().stream()
                .map(field -> form(message, field.getKey(), field.getValue()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> time(message.text("txnTime")));
    }

    private static @Nullable Refusal form(Message message, String field, Pattern form) {
        String value = message.text(field);
        if (value.isEmpty()) {
            return new Refusal(ResponseCode.MISSING, field);
        }
        return form.matcher(value).matches() ? null : new Refusal(ResponseCode.MALFORMED, field);
    }

    private static @Nullable Refusal time(String txnTime) {
        try {
            LocalDateTime.parse(txnTime, TIME);
            return null;
        } catch (DateTimeException noTime) {
            return new Refusal(ResponseCode.MALFORMED, "txnTime");
        }
    }
}
