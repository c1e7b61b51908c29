package io.sluice.channels.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.Batch;
import io.sluice.core.channel.BatchLine;
import io.sluice.core.channel.BatchOutcome.Agreed;
import io.sluice.core.channel.BatchOutcome.Disagreed;
import io.sluice.core.channel.BatchOutcome.Unanswered;
import io.sluice.core.channel.BatchOutcome.Uploaded;
import io.sluice.core.channel.BatchTotals;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.PayOrder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A terminal's day. */
class SettlementTest {

    private final Simulator simulator = new Simulator();
    private final Shop shop = new Shop(simulator);
    private final PayOrder order = Shop.order("approved");
    private final String charge = ((Approved) shop.pay(order)).channelReference();
    private final Batch today = shop.channel.batchAt(Shop.madeAt(order.number()));

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void isSettledOnceAndThenNothingOfItIsUndone() {
        var ours = BatchTotals.NOTHING.plus(new BatchLine(charge, 1500, false));
        assertThat(Shop.block(shop.channel.settle(today, ours))).isInstanceOf(Agreed.class);
        assertThat(Shop.block(shop.channel.settle(today, ours))).isInstanceOf(Agreed.class);
        assertThat(Shop.block(shop.channel.voidCharge(Shop.modification(order, charge, 1500, null))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aDayThatIsDisagreedWithIsUploaded() {
        assertThat(Shop.block(shop.channel.settle(today, BatchTotals.NOTHING)))
                .isEqualTo(new Disagreed(new BatchTotals(1500, 1, 0, 0)));
        List<BatchLine> lines = List.of(new BatchLine(charge, 1500, false));
        assertThat(Shop.block(shop.channel.upload(today, lines))).isInstanceOf(Uploaded.class);
        assertThat(Shop.block(shop.channel.upload(today, lines))).isInstanceOf(Uploaded.class);
        assertThat(Shop.block(shop.channel.voidCharge(Shop.modification(order, charge, 1500, null))))
                .isInstanceOf(Refused.class);
    }

    /** The bank's bill of a day is its totals. */
    @Test
    void aHostWhoseBookDiffersDisagrees() {
        var ours = BatchTotals.NOTHING.plus(new BatchLine(charge, 1500, false));
        simulator.control("/bills", "{\"seed\":7,\"amount\":1,\"extra\":1,\"status\":1}");
        assertThat(Shop.block(shop.channel.settle(today, ours)))
                .isEqualTo(new Disagreed(new BatchTotals(3001, 2, 0, 0)));
        simulator.control("/bills", "{\"seed\":7,\"status\":1}");
        assertThat(Shop.block(shop.channel.settle(today, ours)))
                .isEqualTo(new Disagreed(new BatchTotals(1500, 1, 1500, 1)));
        simulator.control("/bills", "{\"seed\":7,\"missing\":1}");
        assertThat(Shop.block(shop.channel.settle(today, ours))).isEqualTo(new Disagreed(BatchTotals.NOTHING));
        simulator.control("/bills", "{}");
        assertThat(Shop.block(shop.channel.settle(today, ours))).isInstanceOf(Agreed.class);
    }

    @Test
    void aHostThatIsAwaySaysNothing() {
        simulator.control("/weather", "{\"outage\":{\"kind\":\"cut\",\"s\":3}}");
        assertThat(Shop.block(shop.channel.settle(today, BatchTotals.NOTHING))).isInstanceOf(Unanswered.class);
    }
}
