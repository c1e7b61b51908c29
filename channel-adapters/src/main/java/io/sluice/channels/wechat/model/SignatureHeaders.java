package io.sluice.channels.wechat.model;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** The four headers by which the channel signs what it says; an absent one is the empty text. */
public record SignatureHeaders(String timestamp, String nonce, String serial, String signature) {

    private static final Duration LONGEST_SKEW = Duration.ofMinutes(5);

    /** @param header the only value of a header by its lower-case name, or the empty text */
    public static SignatureHeaders of(UnaryOperator<String> header) {
        return new SignatureHeaders(
                header.apply("wechatpay-timestamp"),
                header.apply("wechatpay-nonce"),
                header.apply("wechatpay-serial"),
                header.apply("wechatpay-signature"));
    }

    boolean complete() {
        return !timestamp.isEmpty() && !nonce.isEmpty() && !serial.isEmpty() && !signature.isEmpty();
    }

    /** Whether it was signed less than five minutes away from {@code now}; what is no time is not. */
    boolean freshAt(Instant now) {
        if (!timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(signedAt, now).abs().compareTo(LONGEST_SKEW) < 0;
    }
}
