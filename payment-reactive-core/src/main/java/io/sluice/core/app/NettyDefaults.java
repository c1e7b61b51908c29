package io.sluice.core.app;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What Netty is told before anything opens a connection, where nobody said otherwise. One event loop a core and not, as Reactor
 * Netty would have it, four at least: what more there are only take turns. And the pooled allocator: where the heap is
 * small, the adaptive one takes every buffer of more than 256 KB, as a batch for PostgreSQL is, from the system anew.
 */
final class NettyDefaults implements EnvironmentPostProcessor {

    private static final String LOOPS = "reactor.netty.ioWorkerCount";
    private static final String ALLOCATOR = "io.netty.allocator.type";

    /** So that a moment's work on one does not hold up everything. */
    private static final int FEWEST = 2;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        int cores = Runtime.getRuntime().availableProcessors();
        unlessSaid(LOOPS, String.valueOf(Math.max(FEWEST, cores)));
        unlessSaid(ALLOCATOR, "pooled");
    }

    private static void unlessSaid(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
