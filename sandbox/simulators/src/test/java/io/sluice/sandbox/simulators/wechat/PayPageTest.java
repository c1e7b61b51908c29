package io.sluice.sandbox.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page behind a code that no browser opens. */
class PayPageTest extends SimulatorFixture {
    private static final Pattern PAGE = Pattern.compile("href=\"(/pay/[^\"]+)\">page-0001<");

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void order() throws IOException {
        var order = merchant.order("page-0001", 1500, inbox.url());
        assertThat(merchant.order(order.put("description", "tea <b> outcome=never"))
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) {
        var there = request.uri(URI.create("http://127.0.0.1:" + simulator.port() + path));
        try {
            return http.send(there.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private String get(String path) {
        return send(HttpRequest.newBuilder(), path).body();
    }

    private String press(String path) {
        return send(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.noBody()), path)
                .body();
    }

    private String page() {
        Matcher link = PAGE.matcher(get("/"));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void thePayerPays() throws IOException {
        String page = page();
        assertThat(get(page)).contains("15.00 CNY", "tea &lt;b&gt;", "NOTPAY").doesNotContain("<script");
        assertThat(press(page + "/pay")).contains("Paid.", "SUCCESS").doesNotContain("<button");
        assertThat(merchant.query("page-0001").at("/trade_state").asString()).isEqualTo("SUCCESS");
        assertThat(get("/")).contains("None.", "<td>page-0001</td>");
        assertThat(press(page + "/pay")).contains("already paid");
        inbox.await(1);
    }

    @Test
    void thePayerIsDeclinedOrWalksAway() throws IOException {
        String page = page();
        assertThat(press(page + "/leave")).contains("You walked away.", "NOTPAY");
        assertThat(press(page + "/decline")).contains("Your bank declined.", "PAYERROR");
        assertThat(merchant.query("page-0001").at("/trade_state").asString()).isEqualTo("PAYERROR");
    }

    @Test
    void aPageThatIsNoOrdersIsNotFound() {
        assertThat(send(HttpRequest.newBuilder(), "/pay/nothing").statusCode()).isEqualTo(404);
    }
}
