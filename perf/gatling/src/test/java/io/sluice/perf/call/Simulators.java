package io.sluice.perf.call;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** What the channels' simulators are told before and after a load; docs/simulators.md has the words. */
public final class Simulators {
    private Simulators() {}

    /** Sets a channel's weather. Blocks until it is so. */
    public static void weather(String channel, String json) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(at(channel, "/weather")))
                    .POST(BodyPublishers.ofString(json))
                    .build();
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("the simulator of " + channel + " refuses: " + response.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the simulator of " + channel + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Takes all weather back. */
    public static void calm(String channel) {
        weather(channel, "{\"calm\":true}");
    }

    /** The address of a part of a channel's control API. */
    public static String at(String channel, String path) {
        return Settings.simulator(channel) + "/_sim" + path;
    }
}
