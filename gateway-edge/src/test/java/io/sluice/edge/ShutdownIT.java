package io.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.Eventually;
import io.sluice.edge.fixture.NoServerErrors;
import io.sluice.edge.fixture.ScriptedProvider;
import io.sluice.edge.fixture.SignedClient;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An edge that is stopped finishes what it took. */
@ExtendWith(NoServerErrors.class)
class ShutdownIT {

    @Test
    void finishesPaymentsEndsStreamsAndTakesNoMore() throws Exception {
        EdgeFixture edge = EdgeFixture.start();
        SignedClient client = edge.client();
        String payment = client.pay("qr").headers().firstValue("Location").orElseThrow();
        CompletableFuture<Long> stream = CompletableFuture.supplyAsync(
                () -> client.lines(client.signed("GET", payment + "/events", "", Map.of("Accept", "text/event-stream")))
                        .body()
                        .count());
        int orders = ScriptedProvider.ORDERS.size();
        CompletableFuture<HttpResponse<String>> slow = CompletableFuture.supplyAsync(() -> client.pay("slow"));
        Eventually.eventually(
                "both are under way",
                Duration.ofSeconds(30),
                () -> ScriptedProvider.ORDERS.size() > orders && edge.metered("sluice.sse.watchers") == 1);
        int port = edge.port();

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(edge::close);
        assertThat(stream.get(30, TimeUnit.SECONDS)).isPositive();
        assertThat(slow.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(slow.get().body()).contains("\"state\":\"SUCCEEDED\"");
        stopping.get(60, TimeUnit.SECONDS);
        assertThatThrownBy(() -> EdgeFixture.raw(port, "GET /docs HTTP/1.0\r\n\r\n"))
                .isInstanceOf(UncheckedIOException.class);
    }
}
