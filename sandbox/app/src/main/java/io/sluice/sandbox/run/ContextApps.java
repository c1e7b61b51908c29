package io.sluice.sandbox.run;

import io.sluice.callback.CallbackApp;
import io.sluice.edge.EdgeApp;
import io.sluice.ledger.LedgerApp;
import io.sluice.notifier.NotifierApp;
import io.sluice.sandbox.place.Place;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** All apps in this JVM, each a context of its own. */
final class ContextApps implements Apps {
    private final Map<String, Object> properties;
    private final Map<AppKind, ConfigurableApplicationContext> running = new EnumMap<>(AppKind.class);

    ContextApps(Place place, Ways ways) {
        properties = new HashMap<>(AppEnvironment.of(place, ways));
        // The sandbox stops the apps before the servers; hooks of their own would run beside that.
        properties.put("spring.main.register-shutdown-hook", "false");
    }

    @Override
    public void start(AppKind kind) {
        if (!isRunning(kind)) {
            var context = start(kind, properties);
            synchronized (running) {
                running.put(kind, context);
            }
        }
    }

    private static ConfigurableApplicationContext start(AppKind kind, Map<String, Object> properties) {
        return switch (kind) {
            case EDGE -> EdgeApp.start(properties);
            case CALLBACK -> CallbackApp.start(properties);
            case LEDGER -> LedgerApp.start(properties);
            case NOTIFIER -> NotifierApp.start(properties);
        };
    }

    @Override
    public void stop(AppKind kind) {
        ConfigurableApplicationContext context;
        synchronized (running) {
            context = running.remove(kind);
        }
        if (context != null) {
            context.close();
        }
    }

    /** There is no such thing in a shared JVM; it is stopped. */
    @Override
    public void kill(AppKind kind) {
        stop(kind);
    }

    @Override
    public boolean isRunning(AppKind kind) {
        synchronized (running) {
            return running.containsKey(kind);
        }
    }

    @Override
    public long pid(AppKind kind) {
        return isRunning(kind) ? ProcessHandle.current().pid() : 0;
    }

    @Override
    public void close() {
        Parallel.run(Arrays.stream(AppKind.values())
                .<Runnable>map(kind -> () -> stop(kind))
                .toList());
    }
}
