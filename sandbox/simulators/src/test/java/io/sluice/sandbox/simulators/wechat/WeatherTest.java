package io.sluice.sandbox.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sandbox.simulators.Eventually;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Weather as a merchant meets it on the wire. */
class WeatherTest extends SimulatorFixture {
    private int query() throws IOException {
        return merchant.send("GET", merchant.queryTarget("weather-none"), "").statusCode();
    }

    @Test
    void garbageIsNoJsonAndTheOrderIsKept() throws IOException {
        merchant.told("/weather", "{\"rates\":{\"garbage\":1}}");
        assertThat(merchant.order(merchant.order("weather-0001", 1500, inbox.url()))
                        .body())
                .doesNotContain("code_url");
        merchant.told("/weather", "{\"calm\":true}");
        assertThat(merchant.query("weather-0001").at("/out_trade_no").asString())
                .isEqualTo("weather-0001");
    }

    @Test
    void halfAnAnswerEndsInAClosedConnection() throws IOException {
        merchant.told("/faults", "{\"partial\":1}");
        assertThatThrownBy(() -> merchant.order(merchant.order("weather-0002", 1500, inbox.url())))
                .isInstanceOf(IOException.class);
        assertThat(merchant.query("weather-0002").at("/out_trade_no").asString())
                .isEqualTo("weather-0002");
    }

    @Test
    void aSilentOutageAnswersNothingAndEnds() throws IOException {
        merchant.told("/weather", "{\"outage\":{\"kind\":\"silent\",\"s\":600}}");
        merchant.patience(Duration.ofSeconds(1));
        assertThatThrownBy(this::query).isInstanceOf(HttpTimeoutException.class);
        assertThat(merchant.told("/weather").at("/outage/kind").asString()).isEqualTo("silent");
        merchant.told("/weather", "{\"outage\":{\"kind\":\"silent\",\"s\":0.1}}");
        back();
    }

    @Test
    void aRefusedOutageIsRefusedAndEnds() {
        merchant.told("/weather", "{\"outage\":{\"kind\":\"refused\",\"s\":5}}");
        Eventually.holds(
                Duration.ofSeconds(30), () -> assertThatThrownBy(this::query).isInstanceOf(ConnectException.class));
        back();
    }

    @Test
    void aCutClosesEveryRequestsConnectionAndEnds() {
        merchant.told("/weather", "{\"outage\":{\"kind\":\"cut\",\"s\":600}}");
        assertThatThrownBy(this::query).isInstanceOf(IOException.class);
        merchant.told("/weather", "{\"outage\":{\"kind\":\"cut\",\"s\":0.1}}");
        back();
    }

    private void back() {
        Eventually.holds(Duration.ofSeconds(20), () -> {
            try {
                assertThat(query()).isEqualTo(404);
            } catch (IOException stillAway) {
                throw new AssertionError(stillAway);
            }
        });
    }

    @Test
    void callbacksComeTwice() throws IOException {
        merchant.told("/weather", "{\"callbacks\":{\"duplicated\":1}}");
        merchant.order(merchant.order("weather-0003", 1500, inbox.url()));
        inbox.await(2);
    }

    @Test
    void aCallbackThatIsOvertakenComesAfterTheNext() throws IOException {
        merchant.told("/weather", "{\"callbacks\":{\"reordered\":1}}");
        merchant.order(merchant.order("weather-0004", 1500, inbox.url()));
        Eventually.holds(
                Duration.ofSeconds(30),
                () -> assertThat(merchant.told("/orders/weather-0004")
                                .at("/trade_state")
                                .asString())
                        .isEqualTo("SUCCESS"));
        merchant.told("/weather", "{\"callbacks\":{}}");
        merchant.order(merchant.order("weather-0005", 1500, inbox.url()));
        inbox.await(2);
        assertThat(merchant.told("/callbacks").at("/deliveries/0/subject").asString())
                .isEqualTo("weather-0005");
    }

    @Test
    void whatIsWrongIsRefusedInWords() {
        assertThat(merchant.told("/weather", "{\"rates\":{\"flood\":1}}")
                        .at("/message")
                        .asString())
                .startsWith("'rates.flood': is not known here; there are drop_connection");
        assertThat(merchant.told("/weather", "{\"drift\":{\"to\":0.5,\"outcome\":\"sunny\"}}")
                        .at("/message")
                        .asString())
                .startsWith("'drift.outcome': must be one of approved, ")
                .endsWith(", not \"sunny\"");
        assertThat(merchant.told("/faults", "{\"flood\":1}").at("/message").asString())
                .startsWith("'flood': is not known here");
    }
}
