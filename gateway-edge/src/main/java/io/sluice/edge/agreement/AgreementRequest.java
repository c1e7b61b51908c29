package io.sluice.edge.agreement;

import io.sluice.core.agreement.PayerCard;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.SmsCode;
import io.sluice.edge.json.JsonFields;
import io.sluice.edge.json.StrictJson;
import io.sluice.edge.payment.CardFields;
import java.time.Instant;
import java.util.regex.Pattern;

/** Reads requests about agreements; complaints quote neither card nor telephone number nor code. */
final class AgreementRequest {

    private static final Pattern PHONE = Pattern.compile("[0-9]{6,15}");

    private AgreementRequest() {}

    /** What a payer is to be asked. */
    record Wanted(String method, PayerCard payer) {}

    static Wanted wanted(byte[] body, Instant now) {
        JsonFields fields = StrictJson.object(body);
        String method = fields.text("method", 1, 64);
        fields.requireField("card");
        Card card = CardFields.read(fields, now);
        String phone = fields.text("phone", 6, 15);
        fields.done();
        if (!PHONE.matcher(phone).matches()) {
            throw fields.invalid("phone", "must be 6 to 15 digits, such as 13800001234");
        }
        if (card == null) {
            throw fields.invalid("card", "must be an object with number and expiry");
        }
        return new Wanted(method, new PayerCard(card, phone));
    }

    static SmsCode code(byte[] body) {
        JsonFields fields = StrictJson.object(body);
        String digits = fields.text("code", 4, 8);
        fields.done();
        try {
            return new SmsCode(digits);
        } catch (IllegalArgumentException wrong) {
            throw fields.invalid("code", String.valueOf(wrong.getMessage()));
        }
    }
}
