package io.sluice.channels.paypal;

import static io.sluice.channels.contract.Shop.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.contract.Placed;
import io.sluice.channels.fixture.Eventually;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import io.sluice.core.channel.ModificationOutcome.Processing;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Authorizations, their captures and voids, and refunds of captures. */
class ModificationTest {

    private final Shop shop = new Shop();

    private record Held(Placed placed, Authorized authorized) {

        ModificationOrder part(long minor, boolean last, String outcome) {
            return Shop.modification(placed.order(), authorized.channelReference(), minor, last, outcome);
        }
    }

    private Held hold() {
        Placed placed = shop.placeToHold(shop.order("approved"));
        return new Held(placed, shop.inquireUntil(Authorized.class, placed));
    }

    private ModificationOrder refund(Placed placed, String capture, long minor, String outcome) {
        return Shop.modification(placed.order(), capture, minor, /* last= */ false, outcome);
    }

    @Test
    void anApprovedOrderIsAuthorizedByTheInquiry() {
        Held held = hold();

        assertThat(held.authorized().held()).isEqualTo(Money.of(1500, "USD"));
        assertThat(held.authorized().until()).isNotNull();
        assertThat(Simulator.CONTROL.charges(held.placed().order().number())).isZero();
    }

    @Test
    void severalCapturesNeverExceedWhatIsHeld() {
        Held held = hold();
        ModificationOrder first = held.part(900, false, "success");

        var done = (Succeeded) block(shop.channel.capture(first));
        assertThat(done.moved()).isEqualTo(first.amount());
        assertThat(block(shop.channel.capture(first)))
                .as("the same number is the same capture")
                .isEqualTo(done);
        assertThat(block(shop.channel.inquireCapture(first))).isEqualTo(done);
        assertThat(block(shop.channel.capture(held.part(601, false, "success"))))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("MAX_CAPTURE_AMOUNT_EXCEEDED"));
        assertThat(block(shop.channel.capture(held.part(500, true, "success")))).isInstanceOf(Succeeded.class);
        assertThat(block(shop.channel.capture(held.part(100, false, "success"))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void sixtyFourCapturesAtOnceTakeWhatIsThere() {
        Held held = hold();
        List<ModificationOutcome> outcomes = block(Flux.range(0, 64)
                .flatMap(i -> shop.channel.capture(held.part(100, false, "success")), 64)
                .collectList());

        assertThat(outcomes).filteredOn(Succeeded.class::isInstance).hasSize(15);
        assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(49);
    }

    @Test
    void aVoidReleasesTheRestOnce() {
        Held held = hold();
        block(shop.channel.capture(held.part(900, false, "success")));
        ModificationOrder rest = held.part(600, true, "success");

        assertThat(block(shop.channel.voidAuthorization(rest))).isInstanceOf(Succeeded.class);
        assertThat(block(shop.channel.inquireVoid(rest))).isInstanceOf(Succeeded.class);
        assertThat(block(shop.channel.voidAuthorization(held.part(600, true, "success"))))
                .as("it holds nothing any more")
                .isInstanceOf(Succeeded.class);
        assertThat(block(shop.channel.capture(held.part(100, false, "success"))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatIsCapturedWholeIsNotVoided() {
        Held held = hold();
        block(shop.channel.capture(held.part(1500, true, "success")));

        assertThat(block(shop.channel.voidAuthorization(held.part(1500, true, "success"))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void closingAnAuthorizedOrderReleasesIt() {
        Held held = hold();
        var asked = new OrderReference(
                held.placed().order().number(),
                held.placed().order().amount(),
                held.placed().reference());

        assertThat(block(shop.channel.close(asked))).isEqualTo(new Closed("VOIDED"));
        assertThat(block(shop.channel.capture(held.part(100, false, "success"))))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout-done", "timeout-not-done"})
    void aRefundWithoutAnAnswerIsKnownByAskingAgain(String outcome) {
        Placed placed = shop.place(shop.order("approved"));
        String capture = shop.inquireUntil(Approved.class, placed).channelReference();
        ModificationOrder refund = refund(placed, capture, 1500, outcome);

        assertThat(block(shop.channel.refund(refund))).isInstanceOf(Unknown.class);
        assertThat(block(shop.channel.inquireRefund(refund))).isInstanceOf(Succeeded.class);
        assertThat(Simulator.CONTROL.get("/orders/" + placed.order().number()).at("/purchase_units/0/payments/refunds"))
                .hasSize(1);
    }

    @Test
    void whatTakesTimeIsProcessingAndThenKnown() {
        Placed placed = shop.place(shop.order("approved"));
        String capture = shop.inquireUntil(Approved.class, placed).channelReference();
        ModificationOrder slow = refund(placed, capture, 500, "pending");
        ModificationOrder failed = refund(placed, capture, 500, "failed");

        assertThat(block(shop.channel.refund(slow))).isInstanceOf(Processing.class);
        assertThat(block(shop.channel.refund(failed))).isInstanceOf(Processing.class);
        Eventually.get(() -> block(shop.channel.inquireRefund(slow)), Succeeded.class::isInstance);
        Eventually.get(() -> block(shop.channel.inquireRefund(failed)), Refused.class::isInstance);
        assertThat(block(shop.channel.refund(refund(placed, capture, 100, "declined"))))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("REFUND_FAILED_INSUFFICIENT_FUNDS"));
    }

    @Test
    void withoutPayPalsIdNothingIsSent() {
        ModificationOrder lost = Shop.modification(shop.order("never"), "", 1, false, null);
        var nowhere = new ModificationOrder(
                lost.number(), lost.orderNumber(), null, lost.amount(), lost.total(), false, null);

        assertThat(block(shop.channel.refund(nowhere))).isInstanceOf(NotSent.class);
    }
}
