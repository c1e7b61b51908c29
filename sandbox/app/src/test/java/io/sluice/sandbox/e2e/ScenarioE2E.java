package io.sluice.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.client.SimulatorClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.simulators.scenario.Player;
import io.sluice.sandbox.simulators.scenario.ScenarioReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Merchants sell on through a bad evening, and in the morning every payment has its end and all books agree. */
class ScenarioE2E {
    private static final int PER_SECOND = 3;
    private static final List<String> METHODS = List.of("wechat_native", "alipay_qr", "card");
    private static final Duration CATCH_UP = Duration.ofSeconds(90);

    private static final String EVENING = """
            {"scenario": "A short bad evening", "seed": 42}
            {"at_s": 0, "channel": "all", "weather": {"latency": {"median_ms": 20, "p99_ms": 300}, "callbacks": {"latency": {"least_ms": 0, "most_ms": 1500}, "duplicated": 0.3}}}
            {"at_s": 1, "channel": "wechat", "weather": {"rates": {"lost_answer": 0.1, "system_error_after": 0.1, "garbage": 0.1}}}
            {"at_s": 2, "channel": "alipay", "weather": {"rates": {"lost_answer": 0.1, "drop_after": 0.1}}}
            {"at_s": 3, "channel": "bank", "weather": {"rates": {"drop_after": 0.1}, "drift": {"to": 0.5, "over_s": 3}}}
            {"at_s": 5, "channel": "wechat", "weather": {"outage": {"kind": "refused", "s": 1}}}
            {"at_s": 8, "channel": "all", "weather": {"calm": true}}
            """;

    @AfterEach
    void calm() {
        for (Simulator simulator : Simulator.values()) {
            client(simulator.channel()).change(Json.object().put("calm", true));
        }
    }

    @Test
    void everyPaymentHasItsEndAndTheBooksAgree() {
        try (var load = new SteadyLoad(SandboxFixture.place(), PER_SECOND, METHODS, null)) {
            long begun = System.nanoTime();
            var player = new Player(
                    (channel, part, wanted) -> client(channel).set(part, wanted),
                    since -> until(begun + since.toNanos()),
                    told -> {},
                    1);
            player.play(ScenarioReader.read(EVENING));
            load.end();
            assertThat(load.all()).anyMatch(SteadyLoad.Reply::isAcknowledged);
        }
        var verification = SandboxFixture.settled(CATCH_UP);
        assertThat(verification.findings())
                .allSatisfy(finding ->
                        assertThat(finding.differences()).as(finding.rule()).isEmpty());
        assertThat(verification.open()).isEmpty();
    }

    private static SimulatorClient client(String channel) {
        return SimulatorClient.of(
                SandboxFixture.place(), Simulator.ofChannel(channel).orElseThrow());
    }

    private static void until(long nanoTime) {
        while (System.nanoTime() < nanoTime) {
            LockSupport.parkNanos(nanoTime - System.nanoTime());
        }
    }
}
