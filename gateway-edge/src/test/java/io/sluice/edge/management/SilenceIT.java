package io.sluice.edge.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.ScriptedProvider;
import io.sluice.edge.fixture.SignedClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The preferred account falls silent in the middle of a load: it is left within a second, and hardly anybody notices. */
class SilenceIT {

    private static final int SECONDS = 8;
    private static final int PER_SECOND = 60;
    private static final int SILENT_FROM = 3;
    private static final Map<String, String> AT_ONCE = Map.of("Prefer", "wait=2");

    /** @param second of the load in which it was sent */
    private record Sent(int second, double at, CompletableFuture<HttpResponse<String>> answer) {

        String outcome() {
            HttpResponse<String> response =
                    answer.orTimeout(20, TimeUnit.SECONDS).join();
            return response.statusCode() / 100 != 2
                    ? "error " + response.statusCode()
                    : OperatorClient.read(response).at("/state").stringValue();
        }

        String account() {
            return String.join(" ", TwoAccounts.accounts(OperatorClient.read(answer.join())));
        }
    }

    @Test
    void isLeftWithinASecond() {
        try (TwoAccounts two = TwoAccounts.start()) {
            List<Sent> load = load(two);
            print(load, two);
            long failed = load.stream()
                    .filter(sent ->
                            sent.outcome().equals("FAILED") || sent.outcome().startsWith("error"))
                    .count();
            assertThat((double) failed / load.size())
                    .as("%d of %d failed", failed, load.size())
                    .isLessThan(0.002);
            assertThat(load)
                    .filteredOn(sent -> sent.at() >= SILENT_FROM + 1 && sent.at() < SILENT_FROM + 5)
                    .isNotEmpty()
                    .allSatisfy(sent -> {
                        assertThat(sent.account()).isEqualTo(two.second());
                        assertThat(sent.outcome()).isEqualTo("REQUIRES_ACTION");
                    });
        }
    }

    private static List<Sent> load(TwoAccounts two) {
        SignedClient client = two.edge().client();
        List<Sent> sent = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < SECONDS * PER_SECOND; i++) {
            LockSupport.parkNanos(began + i * 1_000_000_000L / PER_SECOND - System.nanoTime());
            double at = (System.nanoTime() - began) / 1e9;
            if (at >= SILENT_FROM) {
                ScriptedProvider.MOODS.put(two.first(), "silent");
            }
            Map<String, String> headers = new TreeMap<>(AT_ONCE);
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
            sent.add(new Sent(
                    (int) at,
                    at,
                    client.sendAsync(client.signed("POST", "/v1/payments", SignedClient.payment("qr"), headers))));
        }
        return sent;
    }

    /** What merchants saw, second by second. */
    private static void print(List<Sent> load, TwoAccounts two) {
        System.out.println("second  payments  to the first  to the second  waiting  failed");
        for (int i = 0; i < SECONDS; i++) {
            int second = i;
            List<Sent> of =
                    load.stream().filter(sent -> sent.second() == second).toList();
            System.out.printf(
                    "%6d  %8d  %12d  %13d  %7d  %6d%n",
                    second,
                    of.size(),
                    of.stream()
                            .filter(sent -> sent.account().equals(two.first()))
                            .count(),
                    of.stream()
                            .filter(sent -> sent.account().endsWith(two.second()))
                            .count(),
                    of.stream()
                            .filter(sent -> sent.outcome().equals("PROCESSING"))
                            .count(),
                    of.stream().filter(sent -> sent.outcome().equals("FAILED")).count());
        }
    }
}
