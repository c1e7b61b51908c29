package io.sluice.channels.unionpay.model;

import io.sluice.core.channel.AgreementOrder;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.SmsCode;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;

/**
 * The fields of ACP's requests about a card that is bound to a name of ours, unsigned. Card number, expiry and telephone number are
 * encrypted; the code is not, for it is worth nothing to anybody else.
 */
public record BindingRequests(Requests requests, SensitiveCipher cipher) {

    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("yyMM");

    /** Has a code sent to the payer. */
    public Map<String, String> sms(AgreementOrder order) {
        return card(TransactionType.SMS_CODE, order, "");
    }

    public Map<String, String> bind(AgreementOrder order, SmsCode code) {
        return card(TransactionType.BIND, order, "smsCode=" + code.digits() + "&");
    }

    public Map<String, String> unbind(AgreementReference agreement) {
        return named(TransactionType.UNBIND, agreement.number(), agreement.agreement());
    }

    public Map<String, String> query(AgreementReference agreement) {
        return named(TransactionType.BIND_QUERY, agreement.number(), agreement.agreement());
    }

    private Map<String, String> card(TransactionType type, AgreementOrder order, String code) {
        Map<String, String> fields = named(type, order.number(), order.agreement());
        fields.put("encryptCertId", cipher.certificateId());
        fields.put("accNo", cipher.encrypted(order.card().number()));
        String secret = "phoneNo=" + order.phone() + "&expired="
                + EXPIRY.format(order.card().expiry());
        fields.put("customerInfo", base64("{" + code + "encryptedInfo=" + cipher.encrypted(secret) + "}"));
        return fields;
    }

    private Map<String, String> named(TransactionType type, String number, String agreement) {
        Map<String, String> fields = requests.about(type, Requests.AGREEMENT, number);
        fields.put("bindId", agreement);
        return fields;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
