package io.sluice.channels.unionpay.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * {@code reqReserved}, which UnionPay says again in answers and notices: the number of the order, by which a modification's notice finds its
 * payment, and what is said about it. In base64, for ACP's texts may not hold {@code &={}}.
 */
public final class Reserved {

    private static final int LONGEST_TEXT = 128;

    private Reserved() {}

    static String of(String orderNumber, String text) {
        String shown = text.codePoints()
                .limit(LONGEST_TEXT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Base64.getEncoder().encodeToString((orderNumber + ' ' + shown).getBytes(StandardCharsets.UTF_8));
    }

    /** The order's number, or the empty text where there is none. */
    public static String orderNumber(AcpMessage message) {
        try {
            byte[] text = Base64.getDecoder().decode(message.text("reqReserved"));
            return new String(text, StandardCharsets.UTF_8).split(" ", 2)[0];
        } catch (IllegalArgumentException foreign) {
            return "";
        }
    }
}
