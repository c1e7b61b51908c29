package io.sluice.core.app;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * One event loop a core and not, as Reactor Netty would have it, four at least: what more there are only take turns. Said
 * before anything opens a connection, and only where nobody said otherwise.
 */
final class EventLoops implements EnvironmentPostProcessor {

    private static final String COUNT = "reactor.netty.ioWorkerCount";

    /** So that a moment's work on one does not hold up everything. */
    private static final int FEWEST = 2;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (System.getProperty(COUNT) == null) {
            int cores = Runtime.getRuntime().availableProcessors();
            System.setProperty(COUNT, String.valueOf(Math.max(FEWEST, cores)));
        }
    }
}
