package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.unionpay.keys.Identity;
import io.sluice.sandbox.simulators.unionpay.model.Code;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a request to bind a card says, decrypted: nothing of it is kept but the masked card.
 *
 * @param code RIGHT where none was handed over
 */
record BindingTerms(String card, String phone, Code code) {
    private static final Pattern CARD = Pattern.compile("[0-9]{12,19}");
    private static final Pattern PHONE = Pattern.compile("[0-9]{6,15}");

    /** @param needsCode whether a code must have been handed over */
    static Decision<BindingTerms, Refusal> read(Message message, Identity identity, boolean needsCode) {
        if (!message.text("encryptCertId").equals(identity.channelSerial())) {
            return malformed("encryptCertId");
        }
        Optional<String> card = identity.decrypted(message.text("accNo")).filter(text -> matches(CARD, text));
        Map<String, String> customer = customer(message.text("customerInfo"));
        String phone = identity.decrypted(customer.getOrDefault("encryptedInfo", ""))
                .map(text -> pairs(text).getOrDefault("phoneNo", ""))
                .orElse("");
        if (card.isEmpty()) {
            return malformed("accNo");
        }
        if (!matches(PHONE, phone) || (needsCode && !customer.containsKey("smsCode"))) {
            return malformed("customerInfo");
        }
        Code code = needsCode ? Code.of(customer.getOrDefault("smsCode", "")) : Code.RIGHT;
        return Decision.granted(new BindingTerms(masked(card.get()), phone, code));
    }

    private static boolean matches(Pattern form, String text) {
        return form.matcher(text).matches();
    }

    private static Decision<BindingTerms, Refusal> malformed(String field) {
        return Decision.refused(new Refusal(ResponseCode.MALFORMED, field));
    }

    private static String masked(String card) {
        return card.substring(0, 6) + "*".repeat(card.length() - 10) + card.substring(card.length() - 4);
    }

    /** Base64 of <code>{k=v&amp;k=v}</code>. */
    private static Map<String, String> customer(String base64) {
        try {
            String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            return text.startsWith("{") && text.endsWith("}") ? pairs(text.substring(1, text.length() - 1)) : Map.of();
        } catch (IllegalArgumentException malformed) {
            return Map.of();
        }
    }

    private static Map<String, String> pairs(String text) {
        return Arrays.stream(text.split("&"))
                .filter(pair -> pair.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')),
                        pair -> pair.substring(pair.indexOf('=') + 1),
                        (first, second) -> first));
    }

    @Override
    public String toString() {
        return "BindingTerms[" + card + "]";
    }
}
