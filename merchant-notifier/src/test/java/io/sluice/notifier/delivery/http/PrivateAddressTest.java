package io.sluice.notifier.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.address.model.TargetPolicy;
import io.sluice.notifier.delivery.model.Delivery;
import io.sluice.notifier.delivery.model.Exchange;
import io.sluice.notifier.delivery.model.Exchange.Failed;
import io.sluice.notifier.endpoint.model.SigningSecret;
import io.sluice.notifier.endpoint.model.WebhookEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpServer;

/** Somebody listens on this very machine, and must not even be connected to. */
class PrivateAddressTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final MerchantId MERCHANT = MerchantId.next();

    private final AtomicInteger connections = new AtomicInteger();
    private final DisposableServer insider = TcpServer.create()
            .host("127.0.0.1")
            .port(0)
            .doOnConnection(_ -> connections.incrementAndGet())
            .handle((in, out) -> in.receive().then())
            .bindNow();
    private final TargetPolicy production = new TargetPolicy(false);
    private final WebhookHttpClient client = new WebhookHttpClient(4, 4, TIMEOUT, production);
    private final HttpSender sender = new HttpSender(client, production, TIMEOUT);

    @AfterEach
    void close() {
        insider.disposeNow();
        client.dispose().block(TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost", "0.0.0.0"})
    void isRefusedBeforeAnybodyConnects(String host) {
        assertThat(send("https://" + host + ":" + insider.port() + "/latest/meta-data"))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.error()).contains("has no public address"));
        assertThat(connections).hasValue(0);
    }

    @Test
    void isRefusedOverPlainHttpAsWell() {
        assertThat(send("http://127.0.0.1:" + insider.port() + "/"))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.error()).contains("https://"));
        assertThat(connections).hasValue(0);
    }

    @Test
    void saysSoWhenANameDoesNotExist() {
        assertThat(send("https://no-such-host.invalid/"))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.error()).isEqualTo("the host's name could not be resolved"));
    }

    private Exchange send(String url) {
        SigningSecret secret = SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Optional.empty());
        WebhookEndpoint endpoint = new WebhookEndpoint(WebhookEndpointId.next(), MERCHANT, url, List.of(secret));
        Delivery delivery = new Delivery(
                MERCHANT, endpoint.id(), EventId.next(), PaymentId.next(), UUID.randomUUID(), 0, "{}", null);
        return Mono.defer(() -> sender.send(endpoint, delivery, Instant.now()))
                .blockOptional(TIMEOUT.plusSeconds(1))
                .orElseThrow();
    }
}
