package io.sluice.channels.alipay;

import static io.sluice.channels.contract.Shop.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.contract.Placed;
import io.sluice.channels.fixture.Eventually;
import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.CallbackReading.Ignored;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Irreversible;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.PayOrder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that the payer's browser opens, codes that he shows, and what is taken back. */
class AlipayIT {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Shop shop = new Shop();
    private final HttpClient browser = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"alipay_page", "alipay_wap"})
    void aPageIsFollowedToItsEnd(String method) throws Exception {
        PayOrder order = shop.order(method, "never", HOUR);
        Pending pending = (Pending) shop.pay(order);
        Placed placed = new Placed(order, null);
        assertThat(shop.inquire(placed)).as("nobody has opened the page").isInstanceOf(Absent.class);

        URI page = opened(Objects.requireNonNull(pending.nextAction()).values().get("url"));
        look(page);
        assertThat(shop.inquire(placed)).as("the payer looks at it").isInstanceOf(Pending.class);
        URI thanks = paid(page);

        assertThat(thanks.toString()).startsWith("https://shop.example/thanks");
        Approved approved = shop.inquireUntil(Approved.class, placed);
        assertThat(approved.paid()).isEqualTo(shop.price());
        assertThat(shop.read(shop.callbacks(1).getFirst()))
                .isInstanceOfSatisfying(
                        Authentic.class, told -> assertThat(told.outcome()).isEqualTo(approved));
    }

    @Test
    void aPageThatNobodyOpenedIsClosedWhenItsTimeIsOver() {
        PayOrder order = shop.order("alipay_page", "never", Duration.ofSeconds(3));
        shop.pay(order);
        Placed placed = new Placed(order, null);

        assertThat(shop.close(placed)).as("it can still be opened").isInstanceOf(Pending.class);
        Eventually.get(() -> shop.close(placed), Closed.class::isInstance);
    }

    @Test
    void aCodeIsChargedAtOnce() {
        PayOrder order = shop.order("alipay_code", "approved", HOUR);

        Approved approved = (Approved) shop.pay(order);
        assertThat(shop.inquire(new Placed(order, null))).isEqualTo(approved);
    }

    @Test
    void aCodeMayWaitForItsPayer() {
        PayOrder order = shop.order("alipay_code", "waiting", HOUR);

        assertThat(shop.pay(order)).isInstanceOfSatisfying(Pending.class, pending -> {
            assertThat(pending.nextAction()).isNull();
            assertThat(pending.channelReference()).isNotNull();
        });
        shop.inquireUntil(Approved.class, new Placed(order, null));
    }

    @Test
    void anUnknownCodePayIsTakenBackWithItsMoney() {
        PayOrder order = shop.order("alipay_code", "error-after", HOUR);
        assertThat(shop.pay(order)).isInstanceOf(Unknown.class);
        assertThat(shop.simulator().charges(order.number())).isEqualTo(1);

        assertThat(reverse(order)).isEqualTo(new Reversed("refund"));
        assertThat(reverse(order)).as("as often as one asks").isInstanceOf(Reversed.class);
        assertThat(shop.simulator().charges(order.number())).isZero();
        Eventually.get(
                () -> shop.callbacks(1).stream().map(shop::read).toList(),
                told -> told.stream().anyMatch(Ignored.class::isInstance));
    }

    @Test
    void aCodePayThatNeverArrivedIsTakenBackWhenItCannotArriveAnyMore() {
        PayOrder order = shop.order("alipay_code", "timeout-not-charged", HOUR);
        assertThat(shop.pay(order)).isInstanceOf(Unknown.class);

        Eventually.get(() -> reverse(order), Reversed.class::isInstance);
    }

    @Test
    void whatWaitsForItsPayerIsClosedByTakingItBack() {
        PayOrder order = shop.order("alipay_code", "never", HOUR);
        shop.pay(order);

        assertThat(reverse(order)).isEqualTo(new Reversed("close"));
        assertThat(shop.simulator().charges(order.number())).isZero();
    }

    @Test
    void whatCannotBeTakenBackStands() {
        PayOrder order = shop.order("alipay_code", "approved", HOUR);
        Approved approved = (Approved) shop.pay(order);
        var part = io.sluice.channels.contract.Shop.modification(order, null, 500, false, null);
        assertThat(block(shop.channel.refund(part))).isInstanceOf(Succeeded.class);

        assertThat(reverse(order)).isEqualTo(new Irreversible(approved.paid(), approved.channelReference()));
    }

    private ChannelOutcome reverse(PayOrder order) {
        return block(shop.channel.reverse(new Placed(order, null).asked()));
    }

    private URI opened(String link) throws IOException, InterruptedException {
        var answer =
                browser.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(300, 399);
        return URI.create(Simulator.url())
                .resolve(answer.headers().firstValue("location").orElseThrow());
    }

    private void look(URI page) throws IOException, InterruptedException {
        var answer = browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).contains("15.00 CNY");
    }

    private URI paid(URI page) throws IOException, InterruptedException {
        var pay = HttpRequest.newBuilder(URI.create(page + "/pay"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = browser.send(pay, HttpResponse.BodyHandlers.ofString());
        return URI.create(answer.headers().firstValue("location").orElseThrow());
    }
}
