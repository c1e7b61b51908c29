package io.sluice.edge.docs;

import io.sluice.core.modification.model.PublicName;
import io.sluice.edge.signature.model.RefusalCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The problems that merchants can be answered, as the code has them: code and status. */
final class ProblemSources {

    private static final Path EDGE = Path.of("src/main/java/io/sluice/edge");
    private static final Path ROUTING = Path.of("../payment-reactive-core/src/main/java/io/sluice/core/routing/model");

    private static final Path CARD = Path.of("../payment-reactive-core/src/main/java/io/sluice/core/card/model");

    private static final Path MODIFICATION =
            Path.of("../payment-reactive-core/src/main/java/io/sluice/core/modification/model");

    private static final Path AGREEMENT = Path.of("../payment-reactive-core/src/main/java/io/sluice/core/agreement");

    private static final Pattern PROBLEM =
            Pattern.compile("Problem(?:Exception)?\\s*\\.of\\(\\s*(\\w+),\\s*\"(\\w+)\"");
    private static final Pattern REFUSAL = Pattern.compile("(?i)return (?:new \\w+\\.)?refused\\(\\s*\"(\\w+)\"");

    /** With a field, it is the request that is wrong; without, the payment does not allow it. */
    private static final Pattern DENIAL = Pattern.compile("denied\\(\\s*\"(\\w+)\",\\s*(\"\\w+\",)?");

    /** What an agreement's state does not allow. */
    private static final Pattern STATE = Pattern.compile("new Refused\\(\\s*\"(\\w+)\"");

    private ProblemSources() {}

    static Map<String, String> statusByCode() {
        Map<String, String> problems = new TreeMap<>();
        matches(EDGE, PROBLEM)
                // A status that the codec chose: whatever it cannot read is a bad request.
                .forEach(found -> problems.put(found.group(2), found.group(1).replace("status", "400")));
        Stream.of(ROUTING, CARD, AGREEMENT)
                .flatMap(folder -> matches(folder, REFUSAL))
                .forEach(found -> problems.put(found.group(1), "422"));
        matches(MODIFICATION, DENIAL)
                .forEach(found -> problems.put(found.group(1), found.group(2) == null ? "409" : "422"));
        matches(AGREEMENT, STATE).forEach(found -> problems.put(found.group(1), "409"));
        Stream.of(PublicName.CAPTURE, PublicName.VOID, PublicName.REFUND)
                .forEach(name -> problems.put(name.word() + "_not_found", "404"));
        for (RefusalCode code : RefusalCode.values()) {
            boolean ofTheBody = code.name().startsWith("DIGEST") && code != RefusalCode.DIGEST_MISSING;
            problems.put(code.wireName(), ofTheBody ? "400" : "401");
        }
        return problems;
    }

    private static Stream<MatchResult> matches(Path folder, Pattern pattern) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/management/")) // operators' problems
                    .toList()
                    .stream()
                    .flatMap(file -> pattern.matcher(read(file)).results());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
