package io.sluice.channels.contract;

import static io.sluice.channels.contract.Shop.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Eventually;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.Absent;
import io.sluice.core.channel.ModificationOutcome.Processing;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Succeeded;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Refunds;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Money that goes back: in parts, never more than came, and once however often it is asked for. */
public interface GivingBackContract {

    /** One for each test. */
    Shop<?> shop();

    @Test
    default void refundsInPartsNeverExceedWhatWasPaid() {
        Paid paid = paid();
        ModificationOrder half = paid.refund(700, "success");
        Succeeded done = refundUntilDone(half);

        assertThat(done.moved()).isEqualTo(half.amount());
        assertThat(refund(half)).as("the same number is the same refund").isEqualTo(done);
        assertThat(refund(paid.refund(801, "success"))).isInstanceOf(Refused.class);
        refundUntilDone(paid.refund(800, "success"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout-done", "timeout-not-done"})
    default void aRefundWithoutAnAnswerIsUnknownUntilAsked(String outcome) {
        ModificationOrder refund = paid().refund(1500, outcome);

        assertThat(refund(refund)).isInstanceOf(Unknown.class);
        if (inquire(refund) instanceof Absent) {
            assertThat(refund(refund)).as("sent again").isInstanceOfAny(Processing.class, Succeeded.class);
        }
        Eventually.get(() -> inquire(refund), Succeeded.class::isInstance);
    }

    @Test
    default void aRefundThatTheChannelDeclinesIsRefused() {
        assertThat(refund(paid().refund(100, "declined"))).isInstanceOf(Refused.class);
    }

    /** What was paid, and by which number of the channel's. */
    record Paid(Shop<?> shop, PayOrder order, String reference) {
        ModificationOrder refund(long minor, String outcome) {
            return shop.refundOf(order, reference, minor, outcome);
        }
    }

    /** 15 units of money. */
    default Paid paid() {
        PayOrder order = shop().order("approved");
        return new Paid(shop(), order, shop().end(Approved.class, order).channelReference());
    }

    default Succeeded refundUntilDone(ModificationOrder order) {
        assertThat(refund(order)).isInstanceOfAny(Processing.class, Succeeded.class);
        return (Succeeded) Eventually.get(() -> inquire(order), Succeeded.class::isInstance);
    }

    private ModificationOutcome refund(ModificationOrder order) {
        return ask(((Refunds) shop().channel).refund(order));
    }

    private ModificationOutcome inquire(ModificationOrder order) {
        return ask(((Refunds) shop().channel).inquireRefund(order));
    }

    private ModificationOutcome ask(Mono<ModificationOutcome> call) {
        Duration patience = shop().patience();
        return block(call.timeout(patience, Mono.just(new Unknown("deadline_passed", "no answer"))));
    }
}
