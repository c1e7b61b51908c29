package io.sluice.sandbox;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs a main class, the first argument, in a process that ends at once when the one that started it does: its standard input
 * then comes to its end, however that happened.
 */
public final class AppProcess {
    private AppProcess() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("parent-watch").start(AppProcess::endWithParent);
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            System.err.println(args[0] + " did not start: " + e.getCause());
            System.exit(1);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said to it.
            }
        } catch (IOException e) {
            // As good as an end.
        }
        Runtime.getRuntime().halt(1);
    }
}
