package io.sluice.sandbox.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs short commands to their end. */
final class Tool {
    private Tool() {}

    /**
     * Runs a command with the given standard input.
     *
     * @throws IOException with what the command said, when it fails
     */
    static String run(List<String> command, InputStream input) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var stdin = process.getOutputStream()) {
            input.transferTo(stdin);
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exit = Waiting.forExit(process);
        if (exit != 0) {
            throw new IOException(command.getFirst() + " ended with " + exit + ": " + output);
        }
        return output;
    }

    static String run(List<String> command) throws IOException {
        return run(command, InputStream.nullInputStream());
    }

    static boolean succeeds(List<String> command) {
        try {
            run(command);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
