package io.sluice.sandbox.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One card number that is known, in each form in which it may hide: digits, digits in groups, packed two to a byte as ISO 8583 may
 * send it, either of them in hexadecimal as PostgreSQL shows its bytes, and either of them in base64 wherever it begins.
 */
record CardForms(String number) {

    /** A byte is a character, as {@link Writings} reads what is no text. */
    boolean isIn(String text) {
        return all().anyMatch(text::contains);
    }

    private Stream<String> all() {
        byte[] digits = number.getBytes(StandardCharsets.US_ASCII);
        byte[] packed = HexFormat.of().parseHex(number.length() % 2 == 0 ? number : "0" + number);
        var plain = Stream.of(number, grouped(" "), grouped("-"), new String(packed, StandardCharsets.ISO_8859_1));
        return Stream.of(plain, Stream.of(HexFormat.of().formatHex(digits)), inBase64(digits), inBase64(packed))
                .flatMap(form -> form);
    }

    private String grouped(String by) {
        return number.replaceAll("(.{4})(?=.)", "$1" + by);
    }

    /** The characters that depend on nothing before or behind: three bytes are four characters, from any of three beginnings. */
    private static Stream<String> inBase64(byte[] bytes) {
        return IntStream.range(0, 3).boxed().flatMap(before -> {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int first = (before * 8 + 5) / 6;
            int end = shifted.length * 8 / 6;
            return List.of(Base64.getEncoder(), Base64.getUrlEncoder()).stream()
                    .map(encoder -> encoder.encodeToString(shifted).substring(first, end));
        });
    }
}
