package io.sluice.channels.paypal.model;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/** The headers of a webhook; those that are absent or repeated are empty. */
public record Transmission(String id, String time, String signature, String certificateUrl, String algorithm) {

    /** PayPal sends a webhook again for three days. */
    private static final Duration OLDEST = Duration.ofDays(3).plusHours(1);

    private static final Duration LONGEST_SKEW = Duration.ofMinutes(5);

    /** @param header the only value of a header by its lower-case name, or the empty text */
    public static Transmission of(UnaryOperator<String> header) {
        return new Transmission(
                header.apply("paypal-transmission-id"),
                header.apply("paypal-transmission-time"),
                header.apply("paypal-transmission-sig"),
                header.apply("paypal-cert-url"),
                header.apply("paypal-auth-algo"));
    }

    public boolean complete() {
        return !id.isEmpty() && !time.isEmpty() && !signature.isEmpty() && !certificateUrl.isEmpty();
    }

    public boolean isSha256WithRsa() {
        return algorithm.equals("SHA256withRSA");
    }

    /** Whether it may still be on its way; what is no time is not. */
    public boolean freshAt(Instant now) {
        try {
            Instant sentAt = OffsetDateTime.parse(time).toInstant();
            return sentAt.isAfter(now.minus(OLDEST)) && sentAt.isBefore(now.plus(LONGEST_SKEW));
        } catch (DateTimeException malformed) {
            return false;
        }
    }

    /** What is signed. The body's checksum stands for it. */
    public byte[] signed(String webhookId, byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        return (id + '|' + time + '|' + webhookId + '|' + crc.getValue()).getBytes(StandardCharsets.UTF_8);
    }
}
