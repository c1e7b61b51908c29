package io.sluice.sandbox.books;

import io.sluice.sandbox.checker.evidence.Sources;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.shop.WebhookReceiver;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a sandbox keeps what the independent checker reads. */
public final class CheckerSources {
    private CheckerSources() {}

    /** @param history a client's, null when nobody kept one */
    public static Sources of(Place place, @Nullable Path history) {
        return new Sources(
                SandboxDatabase.url(place),
                Arrays.stream(Simulator.values())
                        .map(simulator -> URI.create(place.url(simulator.port()) + "/_sim/book"))
                        .toList(),
                place.webhooks(),
                place.url(Port.WEBHOOK_RECEIVER) + WebhookReceiver.PATH,
                history);
    }
}
