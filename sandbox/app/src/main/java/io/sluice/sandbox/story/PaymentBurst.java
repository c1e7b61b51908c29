package io.sluice.sandbox.story;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.client.SignedRequest;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Many payments at once, of all kinds of outcomes, with something that happens in their midst. */
public final class PaymentBurst {
    private static final List<String> OUTCOMES =
            List.of("approved", "approved", "duplicate", "approved", "silent", "error-after", "out-of-order", "late");

    private final MerchantClient client;
    private final int payments;
    private final Runnable atHalf;
    private int acknowledged;

    /** @param atHalf runs once, when half of the payments are acknowledged */
    public PaymentBurst(Place place, int payments, Runnable atHalf) {
        this.client = MerchantClient.of(place);
        this.payments = payments;
        this.atHalf = atHalf;
    }

    /**
     * Sends all and returns when each is answered or has failed.
     *
     * @param file gets the ids of those that were acknowledged, each before anything else happens
     * @return how many were acknowledged
     */
    public int send(Path file) {
        List<SignedRequest> requests = new ArrayList<>();
        for (int i = 0; i < payments; i++) {
            requests.add(client.payment(order(OUTCOMES.get(i % OUTCOMES.size())).body()));
        }
        try (var writer = new PrintWriter(Files.newBufferedWriter(file), true);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            requests.forEach(request -> threads.execute(() -> send(request, writer)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return acknowledged;
    }

    private static PaymentOrder order(String outcome) {
        return new PaymentOrder("burst-" + UUID.randomUUID(), 100, "CNY", "wechat_native", outcome, null, null);
    }

    private void send(SignedRequest request, PrintWriter writer) {
        try {
            var response = client.send(request);
            if (response.statusCode() / 100 == 2) {
                keep(Json.text(Json.read(response.body()), "id"), writer);
            }
        } catch (SandboxException killed) {
            // Not acknowledged, so nothing was promised.
        }
    }

    private synchronized void keep(String id, PrintWriter writer) {
        writer.println(id);
        acknowledged++;
        if (acknowledged == payments / 2) {
            atHalf.run();
        }
    }
}
