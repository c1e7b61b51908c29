package io.sluice.channels.unionpay;

import io.sluice.channels.http.Forms;
import io.sluice.core.channel.NextAction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The payer's, who opens what the shop shows him. */
final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** Some orders are answered with nothing. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Duration LONG_PATIENCE = Duration.ofSeconds(20);

    private Browser() {}

    /** @return the page, or an empty text when none came */
    static String open(NextAction form) {
        return open(form, PATIENCE);
    }

    /** A page that must come, however slow this machine is. */
    static String read(NextAction form) {
        return open(form, LONG_PATIENCE);
    }

    private static String open(NextAction form, Duration patience) {
        var request = HttpRequest.newBuilder(URI.create(form.values().getOrDefault("url", "")))
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Forms.encoded(form.fields())))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException unanswered) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
