package io.sluice.sandbox.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.CallbackInbox;
import io.sluice.sandbox.simulators.Eventually;
import io.sluice.sandbox.simulators.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResendTest extends SimulatorFixture {
    private static String id(CallbackInbox.Letter letter) {
        return Json.MAPPER.readTree(letter.body()).at("/id").asString();
    }

    private void pending(int count) {
        Eventually.holds(Duration.ofSeconds(30), () -> {
            try {
                assertThat(merchant.control("/callbacks").at("/pending").asInt())
                        .isEqualTo(count);
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
    }

    @Test
    void sendsAgainUntilAccepted() throws IOException {
        inbox.answer(number -> number == 1 ? 500 : number == 2 ? 0 : 204);
        merchant.order(merchant.order("resend-0001", 1500, inbox.url()));

        var letters = inbox.await(3);
        assertThat(letters.stream().map(ResendTest::id).distinct()).hasSize(1);
        assertThat(letters.stream()
                        .map(letter -> letter.headers().get("Wechatpay-Nonce"))
                        .distinct())
                .hasSize(3);
        pending(0);
        var log = merchant.control("/callbacks?subject=resend-0001").at("/deliveries");
        assertThat(log.valueStream().map(sent -> sent.at("/status").asInt())).containsExactly(500, 0, 204);
    }

    @Test
    void ordersBookAndOwedCallbacksOutliveTheSimulator() throws IOException {
        inbox.answer(number -> 503);
        merchant.order(merchant.order("outlive-0001", 1500, inbox.url()));
        merchant.order(merchant.order("outlive-0002", 200, inbox.url()).put("attach", "outcome=never"));
        inbox.await(1);
        String firstId = id(inbox.letters().getFirst());

        restart();
        inbox.answer(number -> 200);
        int before = inbox.letters().size();
        assertThat(id(inbox.await(before + 1).getLast())).isEqualTo(firstId);
        pending(0);
        assertThat(merchant.query("outlive-0001").at("/trade_state").asString()).isEqualTo("SUCCESS");
        assertThat(merchant.query("outlive-0002").at("/trade_state").asString()).isEqualTo("NOTPAY");
        var totals = merchant.control("/book").at("/totals");
        assertThat(totals.at("/charged").asLong()).isEqualTo(1500);
        assertThat(totals.at("/balanced").asBoolean()).isTrue();
    }

    @Test
    void aPayerWhoWasWaitedForStillPaysAfterARestart() throws IOException {
        merchant.control("/behaviour", "{\"delay_ms\":60000}");
        merchant.order(merchant.order("waiting-0001", 1500, inbox.url()));
        restart();
        inbox.await(1);
        assertThat(merchant.control("/book").at("/charges/0/out_trade_no").asString())
                .isEqualTo("waiting-0001");
    }

    @Test
    void aTornLastLineIsCutOff() throws IOException {
        merchant.order(merchant.order("torn-00001", 1500, inbox.url()).put("attach", "outcome=never"));
        simulator.close();
        Files.writeString(folder().resolve("journal.jsonl"), "{\"order\":{\"ter", StandardOpenOption.APPEND);
        restart();
        merchant.control("/orders/torn-00001/pay", "");
        restart();
        assertThat(merchant.query("torn-00001").at("/trade_state").asString()).isEqualTo("SUCCESS");
    }
}
