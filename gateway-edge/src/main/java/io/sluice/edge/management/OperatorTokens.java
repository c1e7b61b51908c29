package io.sluice.edge.management;

import io.sluice.core.secret.PrivateFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tokens that let operators in: a file with lines {@code name:token}, or with a lone token, whose operator is called
 * {@code default}. Empty lines and those that begin with {@code #} are passed over.
 */
final class OperatorTokens {

    private static final String WHAT = "the operators' token file";
    private static final int MIN_LENGTH = 16;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final List<Entry> entries;

    private OperatorTokens(List<Entry> entries) {
        this.entries = entries;
    }

    /** @throws IllegalStateException when the file is missing, open to other users, or has no usable token */
    static OperatorTokens read(Path file) {
        List<String> lines = PrivateFile.read(file, WHAT)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalStateException(WHAT + " at " + file + " has no token; write a line name:token");
        }
        return new OperatorTokens(lines.stream().map(line -> entry(file, line)).toList());
    }

    /** The operator whose token this is. Takes as long for a wrong token as for a right one. */
    Optional<String> operator(String token) {
        byte[] given = digest(token);
        List<String> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(given, entry.digest)) {
                found.add(entry.name);
            }
        }
        return found.stream().findFirst();
    }

    private static Entry entry(Path file, String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "default" : line.substring(0, colon).strip();
        String token = line.substring(colon + 1).strip();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException(WHAT + " at " + file + ": a name has 1 to 64 letters, digits and . _ -");
        }
        if (token.length() < MIN_LENGTH || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalStateException(WHAT + " at " + file + ": the token of '" + name + "' must have at least "
                    + MIN_LENGTH + " visible ASCII characters");
        }
        return new Entry(name, digest(token));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Entry(String name, byte[] digest) {}
}
