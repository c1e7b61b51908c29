package io.sluice.sandbox.run;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Asks apps whether they are ready. */
public final class Readiness {
    private static final Duration ASK_EVERY = Duration.ofMillis(50);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private Readiness() {}

    static String page(Place place, AppKind kind) {
        return place.url(kind.management()) + "/health/ready";
    }

    /** Whether the page says that all is well. */
    public static boolean isUp(String page) {
        try {
            var request = HttpRequest.newBuilder(URI.create(page))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until the app is ready; fails when it has ended, or is not ready in time. */
    static void await(Place place, AppKind kind, BooleanSupplier running, Duration limit) {
        Instant deadline = Instant.now().plus(limit);
        while (!isUp(page(place, kind))) {
            if (!running.getAsBoolean()) {
                throw new SandboxException(kind.label() + " ended while it started: see " + Place.shown(place.logs()));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new SandboxException("%s is not ready after %d s: see %s and %s"
                        .formatted(kind.label(), limit.toSeconds(), page(place, kind), Place.shown(place.logs())));
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(ASK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while it waited for the apps", e);
        }
    }
}
