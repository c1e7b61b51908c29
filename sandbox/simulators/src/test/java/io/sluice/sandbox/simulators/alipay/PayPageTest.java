package io.sluice.sandbox.simulators.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person before the simulator's pages, which are plain forms. */
class PayPageTest extends AlipayFixture {
    private static final Pattern BUTTON = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">");
    private RawAlipay browser;

    @BeforeEach
    void open() {
        browser = new RawAlipay(simulator);
    }

    /** Follows the redirect that a right request is answered with. */
    private HttpResponse<String> follow(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return browser.get(answer.headers().firstValue("Location").orElseThrow());
    }

    private HttpResponse<String> press(HttpResponse<String> page, String button) {
        Matcher forms = BUTTON.matcher(page.body());
        while (forms.find()) {
            if (forms.group(1).endsWith("/" + button)) {
                return browser.post(forms.group(1), "");
            }
        }
        throw new AssertionError("There is no button " + button + " in " + page.body());
    }

    @Test
    void thePayerPaysAndIsLedBackWithSignedWords() {
        HttpResponse<String> page = follow(browser.get(merchant.pagePay("order_1", "15.00", "tea <b> outcome=never")));
        assertThat(page.body()).contains("15.00 CNY", "tea &lt;b&gt;").doesNotContain("<script");
        assertThat(merchant.query("order_1").getTradeStatus()).isEqualTo("WAIT_BUYER_PAY");

        String back = press(page, "pay").headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith("https://shop.example/thanks?order=1&");
        var words = OfficialAlipay.fields(back);
        words.remove("order");
        assertThat(merchant.verifies(words)).isTrue();
        assertThat(words)
                .containsEntry("out_trade_no", "order_1")
                .containsEntry("total_amount", "15.00")
                .containsEntry("method", "alipay.trade.page.pay.return");
        assertThat(merchant.query("order_1").getTradeStatus()).isEqualTo("TRADE_SUCCESS");
        assertThat(OfficialAlipay.fields(inbox.await(1).getFirst().body())).containsEntry("out_trade_no", "order_1");
    }

    @Test
    void thePayerIsDeclinedOrWalksAway() {
        HttpResponse<String> page = follow(browser.get(merchant.pagePay("order_1", "15.00", "tea outcome=never")));
        assertThat(press(page, "decline").body()).contains("Your bank declined.");
        assertThat(press(page, "leave").body()).contains("You walked away.");
        assertThat(merchant.query("order_1").getTradeStatus()).isEqualTo("WAIT_BUYER_PAY");
        merchant.close("order_1");
        assertThat(press(page, "pay").body()).contains("The trade is closed");
    }

    @Test
    void theSdksFormLeadsToThePageToo() {
        String form = merchant.wapPay("order_1", "15.00", "tea outcome=never");
        Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(form);
        Matcher content =
                Pattern.compile("name=\"biz_content\" value=\"([^\"]+)\"").matcher(form);
        assertThat(action.find() && content.find()).isTrue();
        String biz = content.group(1).replace("&quot;", "\"");
        HttpResponse<String> answer = browser.post(
                action.group(1).replace("&amp;", "&"), RawAlipay.form(java.util.Map.of("biz_content", biz)));
        assertThat(follow(answer).body()).contains("15.00 CNY");
    }

    @Test
    void aQrCodeLeadsToThePage() {
        var placed = merchant.precreate("order_1", "15.00", "tea outcome=never");
        HttpResponse<String> page = browser.get(placed.getQrCode());
        assertThat(press(page, "pay").body()).contains("Paid.");
        assertThat(merchant.query("order_1").getTradeStatus()).isEqualTo("TRADE_SUCCESS");
        assertThat(browser.get("/pay/nothing").statusCode()).isEqualTo(404);
    }
}
