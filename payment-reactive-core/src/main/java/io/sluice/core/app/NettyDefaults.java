package io.sluice.core.app;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What Netty is told before anything opens a connection, where nobody said otherwise. One event loop a core and not, as Reactor
 * Netty would have it, four at least: what more there are only take turns. {@code SLUICE_EVENT_LOOPS} is for a machine that
 * is shared with PostgreSQL and others, which leave no core to each loop. And the pooled allocator: where the heap is
 * small, the adaptive one takes every buffer of more than 256 KB, as a batch for PostgreSQL is, from the system anew.
 */
final class NettyDefaults implements EnvironmentPostProcessor {

    private static final String SETTING = "SLUICE_EVENT_LOOPS";
    private static final String LOOPS = "reactor.netty.ioWorkerCount";
    private static final String ALLOCATOR = "io.netty.allocator.type";

    /** So that a moment's work on one does not hold up everything. */
    private static final int FEWEST = 2;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        unlessSaid(LOOPS, String.valueOf(loops(environment.getProperty(SETTING, ""))));
        unlessSaid(ALLOCATOR, "pooled");
    }

    /** @throws IllegalStateException if the setting is no number of loops */
    static int loops(String setting) {
        if (setting.isEmpty()) {
            return Math.max(FEWEST, Runtime.getRuntime().availableProcessors());
        }
        if (!setting.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalStateException(
                    SETTING + " must be a whole number from 1 to 9999, and is '" + setting + "'");
        }
        return Integer.parseInt(setting);
    }

    private static void unlessSaid(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
