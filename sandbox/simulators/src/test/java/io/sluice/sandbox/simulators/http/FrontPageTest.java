package io.sluice.sandbox.simulators.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.Threads;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FrontPageTest {
    private static final String WORDS = "tea <script>alert('1')</script> & \"more\"";

    private static String body(List<PayersOrder> orders, String book) {
        try (var threads = new Threads(InstantSource.system())) {
            JsonNode json = Json.MAPPER.readTree(book);
            return new FrontPage("A simulator", orders::stream, () -> json, threads).body();
        }
    }

    private static PayersOrder order(boolean open) {
        return new PayersOrder("no-1", "15.00 CNY", WORDS, open ? "NOTPAY" : "SUCCESS", open, "/pay/t", "/pay/t/");
    }

    @Test
    void whatMerchantsSayStaysText() {
        for (String html : List.of(
                body(List.of(order(true)), "{}"),
                order(true).asking(),
                order(false).after(WORDS))) {
            assertThat(html)
                    .contains("tea &lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot;")
                    .doesNotContain("<script");
        }
        assertThat(body(List.of(), "{\"charges\":[{\"out_trade_no\":\"<b>\"}]}"))
                .contains("<td>&lt;b&gt;</td>")
                .doesNotContain("<b>");
    }

    @Test
    void onlyWhatCanBePaidWaitsForItsPayer() {
        assertThat(body(List.of(order(true)), "{}"))
                .contains("<a href=\"/pay/t\">no-1</a>", "action=\"/pay/t/pay\"", "action=\"/pay/t/decline\"")
                .contains("action=\"/pay/t/leave\"");
        assertThat(body(List.of(order(false)), "{}")).contains("None.").doesNotContain("<form");
        assertThat(order(false).asking()).doesNotContain("<form");
    }

    @Test
    void theBookIsItsTotalsAndItsNewestLines() {
        String html = body(List.of(), """
                {"charges":[{"out_trade_no":"a","amount":1},{"out_trade_no":"b","amount":2}],"refunds":[],
                 "totals":{"CNY":{"charged":3}}}""");
        assertThat(html).contains("<td>CNY charged</td><td>3</td>", "charges: 2", "refunds: 0");
        assertThat(html.indexOf("<td>b</td>")).isLessThan(html.indexOf("<td>a</td>"));
    }
}
