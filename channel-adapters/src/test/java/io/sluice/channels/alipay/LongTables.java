package io.sluice.channels.alipay;

import io.sluice.channels.bill.LongFile;
import io.sluice.channels.bill.model.Stage;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.sandbox.simulators.alipay.bill.BillFile;
import java.time.Instant;
import java.time.LocalDate;
import reactor.core.publisher.Flux;

/** A zip of lines and totals. */
public final class LongTables implements LongFile {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    @Override
    public Flux<byte[]> content(int lines) {
        return Flux.defer(() -> new BillFile(
                        Till.SELLER, LocalDate.of(2026, 11, 20), LongFile.lines(lines, LongTables::line), 0, NOON)
                .zip());
    }

    @Override
    public Stage<byte[], BillLine> reading(int lines) {
        return AlipayBills.reading();
    }

    /** Every tenth is a refund of the one before it. */
    private static io.sluice.sandbox.simulators.alipay.bill.BillLine line(int index) {
        boolean refund = index % 10 == 9;
        int order = refund ? index - 1 : index;
        return new io.sluice.sandbox.simulators.alipay.bill.BillLine(
                String.valueOf(2_026_112_022_001_400_000L + order),
                "order" + order,
                "一杯茶",
                NOON,
                NOON.plusMillis(index),
                refund ? -1500 : 1500,
                refund ? "refund" + index : "");
    }
}
