package io.sluice.edge.payout;

import io.sluice.core.channel.Beneficiary;
import io.sluice.core.channel.CardNumber;
import io.sluice.core.money.Money;
import io.sluice.edge.json.JsonFields;
import io.sluice.edge.json.StrictJson;

/**
 * A merchant's wish to pay out: from raw bytes, or a problem that names the field and never quotes the beneficiary.
 *
 * @param merchantPayoutNo the merchant's own number of it
 * @param purpose for the beneficiary's statement
 */
record PayoutRequest(String merchantPayoutNo, Money amount, Beneficiary beneficiary, String purpose) {

    private static final long MAX_AMOUNT = 999_999_999_999L;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_PURPOSE = 80;
    private static final int LONGEST_NAME = 60;

    static PayoutRequest read(byte[] body) {
        JsonFields fields = StrictJson.object(body);
        String number = fields.text("merchant_payout_no", 1, LONGEST_NUMBER);
        Money amount = amount(fields);
        Beneficiary beneficiary = fields.optionalObject("beneficiary")
                .map(PayoutRequest::beneficiary)
                .orElseThrow(() -> fields.invalid("beneficiary", "is required: whom the money goes to"));
        String purpose = fields.text("purpose", 1, LONGEST_PURPOSE);
        fields.done();
        return new PayoutRequest(number, amount, beneficiary, purpose);
    }

    private static Money amount(JsonFields fields) {
        long minor = fields.integer("amount", 1, MAX_AMOUNT);
        String currency = fields.text("currency", 3, 3);
        try {
            return Money.of(minor, currency);
        } catch (IllegalArgumentException e) {
            throw fields.invalid("currency", "must be an ISO 4217 code in capitals, such as CNY, not " + currency);
        }
    }

    private static Beneficiary beneficiary(JsonFields fields) {
        String type = fields.text("type", 1, LONGEST_NAME);
        if (!type.equals(Beneficiary.BankCard.TYPE)) {
            throw fields.invalid("type", "must be " + Beneficiary.BankCard.TYPE);
        }
        CardNumber number = number(fields);
        String name = fields.text("name", 1, LONGEST_NAME);
        fields.done();
        try {
            return new Beneficiary.BankCard(number, name);
        } catch (IllegalArgumentException wrong) {
            throw fields.invalid("name", String.valueOf(wrong.getMessage()));
        }
    }

    private static CardNumber number(JsonFields fields) {
        String number = fields.text("number", 12, 19);
        try {
            return new CardNumber(number);
        } catch (IllegalArgumentException wrong) {
            throw fields.invalid("number", String.valueOf(wrong.getMessage()));
        }
    }
}
