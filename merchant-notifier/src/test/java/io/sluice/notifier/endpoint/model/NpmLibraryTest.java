package io.sluice.notifier.endpoint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The npm library {@code standardwebhooks}, in the version of {@code src/test/js}, judges the signatures. */
class NpmLibraryTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path SOURCE = Path.of("src/test/js");
    private static final Path INSTALLED = Path.of("target/webhook-judge");

    @BeforeAll
    static void install() throws IOException {
        boolean node = Command.exists("node") && Command.exists("npm");
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            assertThat(node).as("CI must have node and npm").isTrue();
        }
        assumeTrue(node, "node and npm are not installed, so the npm library cannot be asked");
        Files.createDirectories(INSTALLED);
        try (Stream<Path> files = Files.list(SOURCE).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                Files.copy(file, INSTALLED.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Command.run(INSTALLED, "", List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
    }

    @Test
    void verifiesOneAndSeveralSignaturesAndRefusesAnotherSecret() {
        List<String> both = List.of(Signed.SECOND, Signed.FIRST);
        JsonNode answers = judge(List.of(
                Signed.with(List.of(Signed.FIRST), Signed.FIRST),
                Signed.with(both, Signed.FIRST),
                Signed.with(both, Signed.SECOND),
                Signed.with(List.of(Signed.FIRST), Signed.SECOND)));
        JsonNode payload = JSON.readTree(Signed.BODY);
        assertThat(answers.get(0)).isEqualTo(payload);
        assertThat(answers.get(1)).isEqualTo(payload);
        assertThat(answers.get(2)).isEqualTo(payload);
        assertThat(answers.get(3).has("refused")).isTrue();
    }

    private static JsonNode judge(List<Signed> webhooks) {
        return JSON.readTree(Command.run(INSTALLED, JSON.writeValueAsString(webhooks), List.of("node", "verify.cjs")));
    }
}
