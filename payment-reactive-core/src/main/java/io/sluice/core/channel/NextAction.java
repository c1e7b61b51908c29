package io.sluice.core.channel;

import java.util.Map;

/**
 * What the payer must do next.
 *
 * @param type {@code qr_code} (values: {@code qr_code}), {@code app_parameters} (values: what the wallet's SDK takes),
 *     {@code redirect} (values: {@code url}, where the payer's browser is to go), {@code form_post} (values: {@code url}, where the
 *     payer's browser is to post {@code fields} as a form) or {@code sms_code} (values: {@code sent_to}, the masked telephone number to
 *     which the code went that the merchant is to ask for)
 * @param values in the order they are shown
 * @param fields of a form, in the order they are posted; empty for every other type
 */
public record NextAction(String type, Map<String, String> values, Map<String, String> fields) {

    /** Of a type without a form. */
    public NextAction(String type, Map<String, String> values) {
        this(type, values, Map.of());
    }

    public static NextAction qrCode(String content) {
        return new NextAction("qr_code", Map.of("qr_code", content));
    }

    public static NextAction appParameters(Map<String, String> parameters) {
        return new NextAction("app_parameters", parameters);
    }

    public static NextAction redirect(String url) {
        return new NextAction("redirect", Map.of("url", url));
    }

    public static NextAction formPost(String url, Map<String, String> fields) {
        return new NextAction("form_post", Map.of("url", url), fields);
    }

    /** @param phone of which the first three digits and the last four are shown */
    public static NextAction smsCode(String phone) {
        int hidden = Math.max(0, phone.length() - 7);
        String masked = hidden == 0
                ? "*".repeat(phone.length())
                : phone.substring(0, 3) + "*".repeat(hidden) + phone.substring(phone.length() - 4);
        return new NextAction("sms_code", Map.of("sent_to", masked));
    }
}
