package io.sluice.compare.measure;

import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK's {@code jcmd}, which another JVM obeys. */
public final class Jcmd {
    private Jcmd() {}

    /**
     * Blocks until it was obeyed.
     *
     * @return what was said
     */
    public static String tell(long pid, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(String.valueOf(pid));
        command.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || said.contains("doesn't exist")) {
                throw new SandboxException("the JVM of process " + pid + " did not " + words[0] + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new SandboxException("this needs a JDK's jcmd: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted", e);
        }
    }
}
