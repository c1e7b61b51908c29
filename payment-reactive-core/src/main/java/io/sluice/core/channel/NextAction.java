package io.sluice.core.channel;

import java.util.Map;

/**
 * What the payer must do next.
 *
 * @param type {@code qr_code} (values: {@code qr_code}), {@code app_parameters} (values: what the wallet's SDK takes) or
 *     {@code redirect} (values: {@code url}, where the payer's browser is to go)
 * @param values in the order they are shown
 */
public record NextAction(String type, Map<String, String> values) {

    public static NextAction qrCode(String content) {
        return new NextAction("qr_code", Map.of("qr_code", content));
    }

    public static NextAction appParameters(Map<String, String> parameters) {
        return new NextAction("app_parameters", parameters);
    }

    public static NextAction redirect(String url) {
        return new NextAction("redirect", Map.of("url", url));
    }
}
