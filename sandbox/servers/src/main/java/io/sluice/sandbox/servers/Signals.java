package io.sluice.sandbox.servers;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Signals, sent by a shell, for Java knows only two of them. */
final class Signals {
    private Signals() {}

    static void send(String signal, long pid) {
        // A process that has just ended cannot be told so; that is no failure.
        Tool.succeeds(shell("kill -s " + signal + " " + pid));
    }

    /** Sends the signal when this JVM ends in any way, unless closed before. */
    static Pending onEndOfParent(String signal, long pid) {
        return start(
                "trap '' INT TERM HUP; read -r order; test \"$order\" || kill -s " + signal + " " + pid, "never\n");
    }

    /** Stops a process until closed, and no longer than this JVM lives. */
    static Pending stopped(long pid) {
        send("STOP", pid);
        return start("trap '' INT TERM HUP; read -r order; kill -s CONT " + pid, "now\n");
    }

    private static Pending start(String script, String order) {
        try {
            return new Pending(new ProcessBuilder(shell(script)).start(), order);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> shell(String script) {
        return List.of("sh", "-c", script);
    }

    /** A shell that waits for an order or for the end of this JVM, whichever comes first. */
    record Pending(Process shell, String order) implements Closeable {
        @Override
        public void close() {
            try (var input = shell.outputWriter()) {
                input.write(order);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Waiting.forExit(shell);
        }
    }
}
