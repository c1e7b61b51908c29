package io.sluice.compare.baseline.signature;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * A request's signature, taken apart.
 *
 * @param base what was signed
 * @param signature in base64
 */
record SignedMessage(String base, String signature, String keyId, String nonce, long created) {
    private static final Pattern INPUT = Pattern.compile("\\w+=(\\(([^)]*)\\)(.*))");
    private static final Pattern SIGNATURE = Pattern.compile("\\w+=:([A-Za-z0-9+/=]+):");
    private static final Pattern KEY_ID = Pattern.compile(";keyid=\"([^\"]+)\"");
    private static final Pattern NONCE = Pattern.compile(";nonce=\"([^\"]+)\"");
    private static final Pattern CREATED = Pattern.compile(";created=(\\d+)");

    /** @throws RefusedException when a field is missing or cannot be read */
    static SignedMessage of(HttpHeaders headers, String path) {
        Matcher input = match(INPUT, header(headers, "Signature-Input"));
        String parameters = input.group(3);
        return new SignedMessage(
                base(headers, path, input),
                match(SIGNATURE, header(headers, "Signature")).group(1),
                find(KEY_ID, parameters),
                find(NONCE, parameters),
                Long.parseLong(find(CREATED, parameters)));
    }

    private static String base(HttpHeaders headers, String path, Matcher input) {
        var base = new StringBuilder(512);
        for (String quoted : input.group(2).split(" ", -1)) {
            String name = quoted.substring(1, quoted.length() - 1);
            base.append(quoted).append(": ").append(value(headers, path, name)).append('\n');
        }
        return base.append("\"@signature-params\": ").append(input.group(1)).toString();
    }

    private static String value(HttpHeaders headers, String path, String component) {
        return switch (component) {
            case "@method" -> "POST";
            case "@authority" -> header(headers, "Host");
            case "@path" -> path;
            case "@query" -> "?";
            default -> header(headers, component);
        };
    }

    private static String header(HttpHeaders headers, String name) {
        String value = headers.getFirst(name);
        if (value == null) {
            throw new RefusedException(name + " is missing");
        }
        return value;
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new RefusedException("the signature cannot be read");
        }
        return matcher;
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new RefusedException("the signature lacks a parameter");
        }
        return matcher.group(1);
    }
}
