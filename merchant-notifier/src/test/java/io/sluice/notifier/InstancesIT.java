package io.sluice.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.MerchantId;
import io.sluice.notifier.Receiver.Answer;
import io.sluice.notifier.Receiver.Received;
import io.sluice.sandbox.servers.Database;
import io.sluice.sandbox.servers.FaultProxy;
import io.sluice.sandbox.servers.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** More than one notifier on one queue, and one that dies. */
class InstancesIT {

    private static final int EVENTS = 400;
    private static final Map<String, Object> SHORT_LEASE =
            Map.of("sluice.webhook.timeout", "1s", "sluice.webhook.shelf-life", "1s");

    private final MerchantId merchant = MerchantId.next();
    private Ground ground;

    @BeforeEach
    void lay() throws Exception {
        ground = new Ground().withCore();
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void shareTheWorkWithoutDoingItTwice() {
        try (Receiver receiver = Receiver.answering(200);
                ConfigurableApplicationContext one = ground.notifier(Map.of());
                ConfigurableApplicationContext other = ground.notifier(Map.of())) {
            ground.endpoint(merchant, receiver.url("/"));
            Eventually.holds(() -> {
                ground.publish(merchant, EVENTS);
                assertThat(List.of(delivered(one), delivered(other))).doesNotContain(0.0);
            });
            Eventually.holds(() -> assertThat(pending()).isZero());
            assertThat(receiver.received()).extracting(Received::id).doesNotHaveDuplicates();
            Eventually.holds(() -> assertThat(delivered(one) + delivered(other))
                    .as("counted after the commit")
                    .isEqualTo(receiver.received().size()));
        }
    }

    @Test
    void sendAgainWhatOneHadSentWhenItLostTheDatabase() {
        Sinks.One<Boolean> cut = Sinks.one();
        FaultProxy proxy = TestServers.proxyTo(TestServers.postgres());
        Database behind = ground.database().through(proxy);
        try (Receiver receiver = Receiver.scripted(_ ->
                        cut.asMono().then(Mono.delay(Duration.ofMillis(100))).then(Answer.of(200)));
                ConfigurableApplicationContext doomed = ground.notifier(behind, SHORT_LEASE)) {
            ground.endpoint(merchant, receiver.url("/"));
            PaymentEvent event = ground.publish(merchant, 1).getFirst();
            Eventually.holds(() -> assertThat(receiver.received()).hasSize(1));
            proxy.refuse();
            cut.tryEmitValue(true);
            try (ConfigurableApplicationContext next = ground.notifier(SHORT_LEASE)) {
                Eventually.holds(() -> assertThat(ground.rows().attempts(event))
                        .extracting(row -> row.get("state"))
                        .containsExactly("DELIVERED"));
                Eventually.holds(() -> assertThat(delivered(next))
                        .as("counted after the commit")
                        .isEqualTo(1));
            }
            assertThat(delivered(doomed)).isZero();
            assertThat(receiver.received()).hasSizeGreaterThan(1);
            assertThat(receiver.received())
                    .extracting(Received::id)
                    .containsOnly(event.id().toString());
        } finally {
            proxy.close();
        }
    }

    @Test
    void finishWhatIsOnItsWayWhenStopped() {
        Sinks.One<Boolean> go = Sinks.one();
        try (Receiver receiver = Receiver.scripted(_ -> go.asMono().then(Answer.of(200)));
                ConfigurableApplicationContext notifier = ground.notifier(Map.of("sluice.webhook.timeout", "10s"))) {
            ground.endpoint(merchant, receiver.url("/"));
            ground.publish(merchant, EVENTS);
            Eventually.holds(() -> assertThat(receiver.received()).hasSize(4));
            Thread stopping = Thread.ofPlatform().start(notifier::close);
            Mono.delay(Duration.ofMillis(300)).subscribe(_ -> go.tryEmitValue(true));
            Eventually.holds(() -> assertThat(stopping.isAlive()).isFalse());
            assertThat(receiver.received()).hasSize(4);
            assertThat(ground.rows().query("select * from webhook.delivery where state = 'DELIVERED'"))
                    .hasSize(4);
            assertThat(ground.rows().query("select * from webhook.delivery where lease is not null"))
                    .isEmpty();
        }
    }

    @Test
    void waitForTheCoresSchema() throws Exception {
        try (Ground bare = new Ground();
                Receiver receiver = Receiver.answering(200);
                ConfigurableApplicationContext notifier = bare.notifier(Map.of())) {
            assertThat(notifier.getBean(Notifier.class).isReady()).isFalse();
            bare.withCore();
            bare.endpoint(merchant, receiver.url("/"));
            bare.publish(merchant, 1);
            Eventually.holds(() -> assertThat(receiver.received()).hasSize(1));
            assertThat(notifier.getBean(Notifier.class).isReady()).isTrue();
        }
    }

    private long pending() {
        return ground.rows().number("select count(*) from webhook.delivery where state = 'PENDING'");
    }

    private static double delivered(ConfigurableApplicationContext notifier) {
        var counter = notifier.getBean(MeterRegistry.class)
                .find("sluice.webhook.deliveries")
                .tag("outcome", "delivered")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
