package io.sluice.sandbox.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What must not be written anywhere, in each form in which it might be. */
record Secret(String name, String value) {
    /** Shorter parts of a key are not worth a thief's while, and may be anything. */
    private static final int TELLING = 16;

    boolean isIn(String text) {
        return parts().stream().flatMap(Secret::forms).anyMatch(text::contains);
    }

    /** The lines between a PEM's marks; of anything else the whole without its prefix. */
    private List<String> parts() {
        return value.lines()
                .filter(line -> !line.startsWith("-----") && line.length() >= TELLING)
                .map(line -> line.startsWith("whsec_") ? line.substring("whsec_".length()) : line)
                .toList();
    }

    /** As it is, as PostgreSQL shows its bytes, and as PostgreSQL shows the bytes that it stands for. */
    private static Stream<String> forms(String part) {
        var plain = Stream.of(part, HexFormat.of().formatHex(part.getBytes(StandardCharsets.UTF_8)));
        return Stream.concat(plain, decoded(part));
    }

    private static Stream<String> decoded(String part) {
        try {
            return Stream.of(HexFormat.of().formatHex(Base64.getDecoder().decode(part)));
        } catch (IllegalArgumentException noBase64) {
            return Stream.empty();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
