package io.sluice.sandbox.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.wechat.model.Outcome;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class FaultsTest extends SimulatorFixture {
    private HttpResponse<String> order(String outTradeNo) throws IOException {
        return merchant.order(merchant.order(outTradeNo, 1500, inbox.url()).put("attach", "outcome=never"));
    }

    private static String code(HttpResponse<String> answer) {
        return Json.MAPPER.readTree(answer.body()).at("/code").asString();
    }

    private int known(String outTradeNo) throws IOException {
        return merchant.send("GET", merchant.queryTarget(outTradeNo), "").statusCode();
    }

    @Test
    void limitsTheFrequencyAsOftenAsToldTo() throws IOException {
        merchant.control("/faults", "{\"frequency_limited\":1}");
        var limited = order("faults-0001");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(code(limited)).isEqualTo("FREQUENCY_LIMITED");
        assertThat(order("faults-0001").statusCode()).isEqualTo(200);
    }

    @Test
    void breaksBeforeOrAfterActing() throws IOException {
        merchant.control("/faults", "{\"system_error_before\":1}");
        assertThat(code(order("faults-0002"))).isEqualTo("SYSTEM_ERROR");
        assertThat(known("faults-0002")).isEqualTo(404);
        merchant.control("/faults", "{\"system_error_after\":1}");
        assertThat(code(order("faults-0003"))).isEqualTo("SYSTEM_ERROR");
        assertThat(known("faults-0003")).isEqualTo(200);
    }

    @Test
    void dropsConnectionsBeforeOrAfterActing() throws IOException {
        merchant.control("/faults", "{\"drop_connection\":-1}");
        assertThatThrownBy(() -> order("faults-0004")).isInstanceOf(IOException.class);
        merchant.control("/faults", "{\"drop_connection\":0,\"drop_after\":1}");
        assertThatThrownBy(() -> order("faults-0005")).isInstanceOf(IOException.class);
        assertThat(known("faults-0004")).isEqualTo(404);
        assertThat(known("faults-0005")).isEqualTo(200);
    }

    @Test
    void isAsSlowAsToldTo() throws IOException {
        merchant.control("/weather", "{\"latency\":{\"fixed_ms\":200}}");
        long begun = System.nanoTime();
        order("faults-0006");
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(200_000_000L);
    }

    @Test
    void theUsualOutcomeAndThatOfOneNumberCanBeChosen() throws IOException {
        assertThat(merchant.control("/outcomes").size()).isEqualTo(Outcome.values().length);
        assertThat(merchant.control("/behaviour", "{\"outcome\":\"manual\"}")
                        .at("/outcome")
                        .asString())
                .isEqualTo("never");
        merchant.control("/orders/chosen-0001/behaviour", "{\"outcome\":\"silent\"}");
        merchant.order(merchant.order("chosen-0001", 1, inbox.url()));
        merchant.order(merchant.order("chosen-0002", 1, inbox.url()));
        assertThat(merchant.control("/orders/chosen-0001").at("/outcome").asString())
                .isEqualTo("silent");
        assertThat(merchant.control("/orders/chosen-0002").at("/outcome").asString())
                .isEqualTo("never");
        assertThat(merchant.control("/behaviour", "{\"outcome\":\"joy\"}")
                        .at("/code")
                        .asString())
                .isEqualTo("PARAM_ERROR");
    }
}
