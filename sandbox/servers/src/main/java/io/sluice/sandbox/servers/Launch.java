package io.sluice.sandbox.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How to start and stop one server.
 *
 * @param privileges what stands before the command to give up root, or nothing
 * @param folder where it runs and logs
 */
record Launch(String server, List<String> privileges, List<String> command, Path folder, StopBy stop) {
    /** Where its output goes; an earlier log is kept beside it under {@code .old}. */
    Path log() {
        return folder.resolve(server.toLowerCase(Locale.ROOT) + ".log");
    }

    /** What a server understands as the order to stop in good order. */
    enum StopBy {
        INTERRUPT("INT"),
        TERMINATE("TERM"),
        /** It ends by itself when its standard input does, hence also with its parent. */
        END_OF_INPUT("");

        private final String signal;

        StopBy(String signal) {
            this.signal = signal;
        }

        String signal() {
            return signal;
        }
    }
}
