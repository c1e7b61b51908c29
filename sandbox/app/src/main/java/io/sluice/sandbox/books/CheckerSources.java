package io.sluice.sandbox.books;

import io.sluice.sandbox.checker.evidence.Sources;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.shop.WebhookReceiver;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a sandbox keeps what the independent checker reads. */
public final class CheckerSources {
    private CheckerSources() {}

    /** @param history a client's, null when nobody kept one */
    public static Sources of(Place place, @Nullable Path history) {
        return new Sources(
                SandboxDatabase.url(place),
                List.of(
                        URI.create(place.url(Port.SIMULATOR) + "/_sim/book"),
                        URI.create(place.url(Port.PAYPAL_SIMULATOR) + "/_sim/book"),
                        URI.create(place.url(Port.BANK_SIMULATOR) + "/_sim/book")),
                place.webhooks(),
                place.url(Port.WEBHOOK_RECEIVER) + WebhookReceiver.PATH,
                history);
    }
}
