package io.sluice.edge.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorTokensTest {

    private static final String TOKEN = "a-token-that-is-long-enough";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void knowsOperatorsByTheirTokens() throws IOException {
        OperatorTokens tokens =
                OperatorTokens.read(file("# the two of us\nalice:" + TOKEN + "\n\nbob: " + TOKEN + "2\n"));
        assertThat(tokens.operator(TOKEN)).contains("alice");
        assertThat(tokens.operator(TOKEN + "2")).contains("bob");
        assertThat(tokens.operator(TOKEN + "3")).isEmpty();
        assertThat(tokens.operator("")).isEmpty();
    }

    @Test
    void aLoneTokenIsTheDefaultOperators() throws IOException {
        assertThat(OperatorTokens.read(file(TOKEN + "\n")).operator(TOKEN)).contains("default");
    }

    @Test
    void refusesAFileThatOthersMayRead() throws IOException {
        Path file = file(TOKEN);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> OperatorTokens.read(file)).hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void refusesAFileWithoutAUsableTokenAndNeverRepeatsOne() {
        assertThatThrownBy(() -> OperatorTokens.read(file("# nothing"))).hasMessageContaining("has no token");
        assertThatThrownBy(() -> OperatorTokens.read(file("alice:short")))
                .hasMessageContaining("at least 16")
                .hasMessageNotContaining("short");
        assertThatThrownBy(() -> OperatorTokens.read(folder.resolve("none"))).hasMessageContaining("missing");
    }

    private Path file(String content) throws IOException {
        Path file = Files.createTempFile(
                folder,
                "tokens",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }
}
