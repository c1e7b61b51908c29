package io.sluice.channels.wechat.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The texts under WeChat Pay's signatures: each part ends in a line feed, an empty one and the last one too. */
public final class StringToSign {

    private StringToSign() {}

    /**
     * What a merchant signs.
     *
     * @param target path and query exactly as sent
     * @param timestamp Unix seconds
     */
    public static byte[] request(String method, String target, String timestamp, String nonce, byte[] body) {
        return lines(body, method, target, timestamp, nonce);
    }

    /** What the channel signs, in answers and callbacks alike; {@code body} is what came in, byte for byte. */
    public static byte[] answer(String timestamp, String nonce, byte[] body) {
        return lines(body, timestamp, nonce);
    }

    /** What the payer's wallet checks before it pays an order made for JSAPI. */
    public static byte[] walletParameters(String appId, String timestamp, String nonce, String packageValue) {
        return lines(packageValue.getBytes(StandardCharsets.UTF_8), appId, timestamp, nonce);
    }

    private static byte[] lines(byte[] last, String... first) {
        byte[] head = (String.join("\n", first) + '\n').getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + last.length + 1);
        System.arraycopy(last, 0, all, head.length, last.length);
        all[all.length - 1] = '\n';
        return all;
    }
}
