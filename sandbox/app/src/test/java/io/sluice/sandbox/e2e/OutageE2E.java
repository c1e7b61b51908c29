package io.sluice.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.books.ExpectedPayments;
import io.sluice.sandbox.e2e.SteadyLoad.Reply;
import io.sluice.sandbox.run.ServerSet;
import io.sluice.sandbox.servers.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is stopped under load, and what merchants see meanwhile is counted. Each is away for
 * {@code -Dsluice.outage.seconds}, by default 5.
 */
class OutageE2E {
    private static final int PER_SECOND = 15;
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("sluice.outage.seconds", 5));
    private static final Duration BEFORE_AND_AFTER = Duration.ofSeconds(2);
    private static final Duration CATCH_UP = Duration.ofSeconds(90);

    /** Requests that were under way when the server went or came meet with either world. */
    private static final Duration EDGE_OF_OUTAGE = Duration.ofMillis(1500);

    @TempDir
    private Path folder = Path.of("");

    /** What was sent while the server was surely away, and all that was sent. */
    private record Outage(List<Reply> meanwhile, List<Reply> all) {}

    @Test
    void withoutRedisEveryPaymentSucceeds() throws Exception {
        Outage outage = stop(ServerSet.REDIS);

        assertThat(outage.all).allMatch(Reply::isAcknowledged);
        assertNothingLost(outage);
    }

    @Test
    void withoutKafkaPaymentsGoOnAndTheRestCatchesUp() throws Exception {
        Outage outage = stop(ServerSet.KAFKA);

        assertThat(outage.all).allMatch(Reply::isAcknowledged);
        assertNothingLost(outage);
    }

    @Test
    void withoutPostgresNothingIsAcceptedAndNothingAcknowledgedIsLost() throws Exception {
        Outage outage = stop(ServerSet.POSTGRES);

        assertThat(outage.meanwhile).isNotEmpty().allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.retryAfter()).isNotEmpty();
            assertThat(reply.took()).isLessThan(Duration.ofSeconds(5));
        });
        assertNothingLost(outage);
    }

    /** The verification also finds what the channel charged and the gateway had not accepted. */
    private void assertNothingLost(Outage outage) throws IOException {
        var acknowledged = outage.all.stream()
                .filter(Reply::isAcknowledged)
                .map(Reply::paymentId)
                .toList();
        var verification = SandboxFixture.settled(CATCH_UP);
        assertThat(verification.findings())
                .allSatisfy(finding ->
                        assertThat(finding.differences()).as(finding.rule()).isEmpty());
        assertThat(verification.open()).isEmpty();
        Path file = Files.write(folder.resolve("acknowledged"), acknowledged);
        assertThat(ExpectedPayments.look(SandboxFixture.place(), file).differences())
                .isEmpty();
    }

    private static Outage stop(String name) throws InterruptedException {
        EmbeddedServer server = SandboxFixture.sandbox().servers().find(name).orElseThrow();
        try (var load = new SteadyLoad(SandboxFixture.place(), PER_SECOND)) {
            Thread.sleep(BEFORE_AND_AFTER);
            server.stop();
            Instant gone = Instant.now();
            Thread.sleep(OUTAGE);
            Instant back = Instant.now();
            server.start();
            Thread.sleep(BEFORE_AND_AFTER);
            load.end();
            return new Outage(load.between(gone.plus(EDGE_OF_OUTAGE), back.minus(EDGE_OF_OUTAGE)), load.all());
        } finally {
            server.start();
        }
    }
}
