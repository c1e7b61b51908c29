package io.sluice.channels.unionpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.contract.Placed;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.PayOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Who is believed, on either side. */
class AuthenticityTest {

    private final Shop shop = new Shop();

    @Test
    void paymentsAndNoticesAreSignedBySm2() {
        Shop chinese = Shop.signingBySm2();
        Placed placed = chinese.place(chinese.order("approved"));
        Approved paid = chinese.inquireUntil(Approved.class, placed);

        CallbackReading told = chinese.read(chinese.callbacks(1).getFirst());
        assertThat(told)
                .isInstanceOfSatisfying(
                        Authentic.class, it -> assertThat(it.outcome()).isEqualTo(paid));
    }

    /** Signing goes on where nothing may block. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void signingDoesNotBlock(boolean sm2) {
        Shop signing = sm2 ? Shop.signingBySm2() : shop;
        PayOrder order = signing.order("never");

        var form = Mono.defer(() -> signing.channel.pay(order)).subscribeOn(Schedulers.parallel());
        assertThat(Shop.block(form)).isInstanceOf(ChannelOutcome.Pending.class);
    }

    @Test
    void aCertificateThatNobodyKnownVouchesForIsNotBelieved() {
        var another = Simulator.SERVER.sm2Credentials().rootPem();

        assertUnknown(new Shop(Map.of("root_certificates", another)), "answer_certificate_refused");
    }

    @Test
    void aCertificateOfSomebodyElseIsNotBelieved() {
        assertUnknown(new Shop(Map.of("platform_name", "Somebody Else")), "answer_certificate_refused");
    }

    @Test
    void aCertificateIsNotBelievedAfterItsTime() {
        shop.clock.advance(Duration.ofDays(6 * 365L));

        assertUnknown(shop, "answer_certificate_refused");
    }

    private static void assertUnknown(Shop deceived, String code) {
        ChannelOutcome outcome = deceived.inquire(new Placed(deceived.order("never"), null));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unknown.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    @Test
    void aNoticeForAnotherMerchantIsRefused() {
        shop.place(shop.order("approved"));
        var letter = shop.callbacks(1).getFirst();
        var other = new Shop(Map.of("merchant_id", "777290058110099"));

        assertThat(other.read(letter))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo("callback_account_mismatch"));
    }

    /** The payer may change what he likes in the form: it is refused. */
    @Test
    void aFormThatWasChangedIsRefusedByTheChannel() {
        PayOrder order = shop.order("never");
        NextAction form = form(order);
        Map<String, String> cheaper = new HashMap<>(form.fields());
        cheaper.put("txnAmt", "1");

        assertThat(Browser.read(NextAction.formPost(form.values().get("url"), cheaper)))
                .contains("respCode 11");
        assertThat(Browser.read(form)).contains("15.00 CNY");
    }

    @Test
    void theFormSaysWhatIsToBePaidAndUntilWhen() {
        PayOrder order = shop.order("never");
        Map<String, String> fields = form(order).fields();

        assertThat(fields)
                .containsEntry("version", "5.1.0")
                .containsEntry("txnType", "01")
                .containsEntry("orderId", order.number())
                .containsEntry("txnAmt", "1500")
                .containsEntry("currencyCode", "156")
                .containsEntry("certId", Simulator.SERVER.credentials().certId())
                .containsKeys("payTimeout", "txnTime", "signature");
    }

    private NextAction form(PayOrder order) {
        var pending = (ChannelOutcome.Pending) Shop.block(shop.channel.pay(order));
        assertThat(pending.nextAction()).isNotNull();
        return pending.nextAction();
    }
}
