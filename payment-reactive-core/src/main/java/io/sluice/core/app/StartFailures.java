package io.sluice.core.app;

import java.net.ConnectException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in a line why an app cannot start, where the reason is its settings or its database, and not a fault of ours. */
final class StartFailures implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(StartFailures::explained)
                .filter(analysis -> analysis != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable FailureAnalysis explained(Throwable cause) {
        if (cause instanceof ConnectException) {
            return new FailureAnalysis(
                    "PostgreSQL does not answer: " + cause.getMessage() + ".",
                    "Start it, or name another by SLUICE_POSTGRES_HOST and SLUICE_POSTGRES_PORT.",
                    cause);
        }
        return cause instanceof IllegalStateException && isOurs(cause)
                ? new FailureAnalysis(cause.getMessage(), "The README has a table of all variables.", cause)
                : null;
    }

    private static boolean isOurs(Throwable cause) {
        StackTraceElement[] stack = cause.getStackTrace();
        return stack.length > 0 && stack[0].getClassName().startsWith("io.sluice.");
    }
}
