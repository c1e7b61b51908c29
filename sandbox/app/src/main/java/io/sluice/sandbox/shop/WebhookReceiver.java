package io.sluice.sandbox.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The demo merchant's receiver: checks each webhook's signature, logs it, answers 204, or 401 to what is not genuine. */
public final class WebhookReceiver implements AutoCloseable {
    public static final String PATH = "/webhooks";

    private final Place place;
    private final HttpServer server;
    private final WebhookLog log;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable WebhookVerifier verifier;

    private WebhookReceiver(Place place, HttpServer server) {
        this.place = place;
        this.server = server;
        this.log = WebhookLog.appendTo(place.webhooks());
    }

    public static WebhookReceiver start(Place place) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), place.port(Port.WEBHOOK_RECEIVER));
            var receiver = new WebhookReceiver(place, HttpServer.create(address, 1024));
            receiver.server.createContext(PATH, receiver::receive);
            receiver.server.setExecutor(receiver.threads);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var webhook = read(headers(exchange), body);
            log.add(webhook);
            exchange.sendResponseHeaders(webhook.hasGenuineSignature() ? 204 : 401, -1);
        }
    }

    private ReceivedWebhook read(Map<String, String> headers, byte[] body) {
        Instant now = Instant.now();
        String id = headers.getOrDefault("webhook-id", "");
        String verified = verify(id, headers, body, now);
        return new ReceivedWebhook(now.toString(), id, verified, headers, new String(body, StandardCharsets.UTF_8));
    }

    private String verify(String id, Map<String, String> headers, byte[] body, Instant now) {
        var known = verifier();
        return known == null
                ? "unknown: the demo merchant has no secret yet"
                : known.verify(
                        id,
                        headers.getOrDefault("webhook-timestamp", ""),
                        headers.getOrDefault("webhook-signature", ""),
                        body,
                        now);
    }

    private @Nullable WebhookVerifier verifier() {
        if (verifier == null) {
            DemoMerchant.of(place).ifPresent(merchant -> verifier = new WebhookVerifier(merchant.webhookSecret()));
        }
        return verifier;
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("webhook-") || lower.equals("traceparent") || lower.equals("user-agent")) {
                headers.put(lower, Objects.requireNonNullElse(values.getFirst(), ""));
            }
        });
        return headers;
    }

    @Override
    public void close() {
        server.stop(1);
        threads.close();
        log.close();
    }
}
