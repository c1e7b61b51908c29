package io.sluice.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.observe.Metrics;
import io.sluice.ledger.posting.TestPayment;
import io.sluice.sandbox.servers.FaultProxy;
import io.sluice.sandbox.servers.TestServers;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The application between a real Kafka and a real PostgreSQL. */
@ExtendWith(OutputCaptureExtension.class)
final class LedgerAppIT {

    private static final long DUE_OF_ONE = 991;

    private final LedgerStack stack = new LedgerStack();
    private final MerchantId merchant = MerchantId.next();
    private final ChannelAccountId account = ChannelAccountId.next();

    @AfterEach
    void close() {
        assertThat(stack.books().wrong()).isEmpty();
        stack.close();
    }

    @Test
    void booksWhatIsPublishedAndTellsOfIt(CapturedOutput output) {
        try (ConfigurableApplicationContext app = stack.start()) {
            TestPayment payment = payment();
            PaymentEvent malformed = payment.of(2, "payment.succeeded", "{}");
            PaymentEvent paid = payment.succeededIn("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

            stack.publish(List.of(payment.created(), malformed, paid));
            stack.publish(List.of(paid));

            stack.awaitAcknowledged(4);
            assertThat(stack.books().entries(payment.id())).hasSize(4);
            assertThat(stack.books().rejections(merchant)).containsExactly("'id' is missing; it must be a string");
            assertThat(LedgerStack.get(app, "/health/ready")).contains("\"status\":\"UP\"");
            assertThat(LedgerStack.get(app, "/health/live")).contains("\"status\":\"UP\"");
            assertThat(LedgerStack.get(app, "/metrics"))
                    .contains("sluice_ledger_posted_total 1.0")
                    .contains("sluice_ledger_rejected_total 1.0")
                    .contains("sluice_ledger_duplicate_total 1.0")
                    .contains("sluice_ledger_batch", "sluice_ledger_lag", "sluice_consumer_lag");
            assertThat(Metrics.exposed(LedgerStack.get(app, "/metrics"))).isEqualTo(Metrics.documented("ledger"));
            assertThat(output.getOut().lines().filter(line -> line.contains("io.sluice.ledger.event")))
                    .filteredOn(line -> line.contains("0af7651916cd43dd8448eb211c80319c"))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("POSTED", payment.id().toString(), merchant.toString());
        }
    }

    /** A writer that dies between the commit and the acknowledgement leaves exactly this behind. */
    @Test
    void deliveredAgainFromTheBeginningNothingChanges() throws ExecutionException, InterruptedException {
        publishSucceeded(300);
        try (ConfigurableApplicationContext first = stack.start()) {
            stack.awaitAcknowledged(300);
            assertThat(first.isRunning()).isTrue();
        }
        stack.forgetAcknowledgements();

        try (ConfigurableApplicationContext second = stack.start()) {
            stack.awaitAcknowledged(300);
            assertThat(LedgerStack.get(second, "/metrics")).contains("sluice_ledger_duplicate_total 300.0");
        }
        assertThat(stack.books().due(merchant, "CNY")).isEqualTo(300 * DUE_OF_ONE);
    }

    @Test
    void instancesComeAndGoAndEachEventCountsOnce() {
        ConfigurableApplicationContext first = stack.start();
        publishSucceeded(1_000);
        ConfigurableApplicationContext second = stack.start();
        publishSucceeded(1_000);
        first.close();
        publishSucceeded(1_000);

        stack.awaitDue(merchant, 3_000 * DUE_OF_ONE);
        stack.awaitAcknowledged(3_000);
        second.close();
        assertThat(stack.books().due(merchant, "CNY")).isEqualTo(3_000 * DUE_OF_ONE);
    }

    @Test
    void whileTheDatabaseIsAwayItWaitsSaysSoAndLosesNothing() {
        try (FaultProxy proxy = TestServers.proxyTo(TestServers.postgres());
                ConfigurableApplicationContext app =
                        stack.startOver(stack.database().through(proxy), stack.settings.bootstrapServers())) {
            publishSucceeded(10);
            stack.awaitDue(merchant, 10 * DUE_OF_ONE);

            proxy.refuse();
            publishSucceeded(100);
            await().atMost(LedgerStack.PATIENCE)
                    .until(() ->
                            LedgerStack.get(app, "/health/ready").contains("\"journal\":{\"details\":{\"reason\""));
            assertThat(LedgerStack.get(app, "/health/live")).contains("\"status\":\"UP\"");

            proxy.heal();
            stack.awaitDue(merchant, 110 * DUE_OF_ONE);
            await().atMost(LedgerStack.PATIENCE)
                    .until(() -> LedgerStack.get(app, "/health/ready").startsWith("{\"components\"")
                            && !LedgerStack.get(app, "/health/ready").contains("DOWN"));
        }
    }

    @Test
    void whileKafkaIsAwayItSaysSoAndThenGoesOn() {
        FaultProxy proxy = TestServers.kafkaProxy();
        String bootstrap = proxy.host() + ":" + proxy.port();
        try (ConfigurableApplicationContext app = stack.startOver(stack.database(), bootstrap)) {
            publishSucceeded(10);
            stack.awaitDue(merchant, 10 * DUE_OF_ONE);

            proxy.refuse();
            publishSucceeded(100);
            await().atMost(LedgerStack.PATIENCE)
                    .until(() -> LedgerStack.get(app, "/health/ready").contains("DOWN"));
            assertThat(LedgerStack.get(app, "/health/live")).contains("\"status\":\"UP\"");

            proxy.heal();
            stack.awaitDue(merchant, 110 * DUE_OF_ONE);
        } finally {
            proxy.heal();
        }
    }

    private void publishSucceeded(int payments) {
        stack.publish(IntStream.range(0, payments)
                .mapToObj(i -> payment())
                .map(TestPayment::succeeded)
                .toList());
    }

    private TestPayment payment() {
        return TestPayment.of(merchant, account, 1_000, 9, "CNY");
    }
}
