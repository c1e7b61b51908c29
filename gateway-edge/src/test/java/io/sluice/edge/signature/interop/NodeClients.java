package io.sluice.edge.signature.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The npm clients of {@code src/test/js}, installed under {@code target/} exactly as their lock file says. */
final class NodeClients {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path SOURCE = Path.of("src/test/js");
    private static final Path INSTALLED = Path.of("target/signature-clients");

    private NodeClients() {}

    /** Installs the clients; without node the test is skipped, except in CI, which must have it. */
    static void install() throws IOException {
        boolean node = Command.exists("node") && Command.exists("npm");
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            assertThat(node).as("CI must have node and npm").isTrue();
        }
        assumeTrue(node, "node and npm are not installed, so the npm clients cannot be asked");
        Files.createDirectories(INSTALLED);
        try (Stream<Path> files = Files.list(SOURCE).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                Files.copy(file, INSTALLED.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Command.run(INSTALLED, "", List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
    }

    /** Hands all jobs to one client at once; the answers come in the order of the jobs. */
    static List<Answer> ask(String client, List<Job> jobs) {
        String answers = Command.run(INSTALLED, JSON.writeValueAsString(jobs), List.of("node", client + ".cjs"));
        return JSON.readValue(answers, new TypeReference<>() {});
    }
}
