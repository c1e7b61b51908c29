package io.sluice.channels.wechat;

import io.sluice.channels.bill.LongFile;
import io.sluice.channels.bill.model.Stage;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.channel.bill.BillType;
import io.sluice.sandbox.simulators.bill.FileFlow;
import io.sluice.sandbox.simulators.bill.FileFlow.Step;
import io.sluice.sandbox.simulators.wechat.bill.TradeTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import reactor.core.publisher.Flux;

/** A gzipped table whose hash was told before. */
public final class LongTable implements LongFile {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    @Override
    public Flux<byte[]> content(int lines) {
        Stream<Step<GZIPOutputStream>> steps = table(lines).map(line -> out -> out.write(line));
        return FileFlow.of(GZIPOutputStream::new, steps);
    }

    @Override
    public Stage<byte[], BillLine> reading(int lines) {
        return WeChatBills.reading(new WeChatBills.Address("/v3/billdownload/file", sha1(lines)), BillType.TRADES);
    }

    private static String sha1(int lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            table(lines).forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<byte[]> table(int lines) {
        return new TradeTable()
                .lines(LongFile.lines(lines, LongTable::line))
                .map(line -> line.getBytes(StandardCharsets.UTF_8));
    }

    /** Every tenth is a refund of the one before it. */
    private static io.sluice.sandbox.simulators.wechat.bill.BillLine line(int index) {
        boolean refund = index % 10 == 9;
        int order = refund ? index - 1 : index;
        return new io.sluice.sandbox.simulators.wechat.bill.BillLine(
                "wx8888888888888888",
                "1900000001",
                String.valueOf(4_200_000_000_000_000L + order),
                "order" + order,
                "NATIVE",
                "openid-of-a-payer",
                "一杯茶, 热",
                "",
                NOON.plusMillis(index),
                1500,
                refund ? "refund" + index : null,
                refund ? String.valueOf(5_000_000_000_000_000L + index) : null);
    }
}
