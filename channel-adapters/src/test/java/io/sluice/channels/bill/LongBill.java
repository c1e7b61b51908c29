package io.sluice.channels.bill;

import io.sluice.channels.bill.model.Stage;
import io.sluice.channels.wechat.model.BillTable;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.channel.bill.BillType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.GZIPOutputStream;
import reactor.core.publisher.Flux;

/** Reads a bill of so many lines, made while it is read; started by {@link LongBillTest} in a JVM with a small heap. */
final class LongBill {

    private static final int PIECE = 8192;

    private LongBill() {}

    /** @param arguments how many payments */
    public static void main(String... arguments) {
        long payments = Long.parseLong(arguments[0]);
        long lines = Bills.read(gzipped(SampleBills.wechat(payments).iterator()), LongBill::reading)
                .count()
                .blockOptional()
                .orElseThrow();
        System.out.println(lines);
    }

    private static Stage<byte[], BillLine> reading() {
        return new Gunzip()
                .then(new OneFile(""))
                .then(new Lines(StandardCharsets.UTF_8))
                .then(BillTable.of(BillType.TRADES));
    }

    private static Flux<byte[]> gzipped(Iterator<String> lines) {
        return Flux.using(
                Zipping::new,
                zipping -> Flux.generate(sink -> {
                    byte[] piece = zipping.piece(lines);
                    if (piece.length > 0) {
                        sink.next(piece);
                    } else {
                        sink.complete();
                    }
                }),
                zipping -> {});
    }

    /** Compresses as much as is asked for. */
    private static final class Zipping {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final GZIPOutputStream gzip;
        private boolean closed;

        Zipping() throws IOException {
            gzip = new GZIPOutputStream(bytes);
        }

        byte[] piece(Iterator<String> lines) {
            try {
                while (lines.hasNext() && bytes.size() < PIECE) {
                    gzip.write(lines.next().getBytes(StandardCharsets.UTF_8));
                }
                if (!lines.hasNext() && !closed) {
                    gzip.close();
                    closed = true;
                }
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
            byte[] piece = bytes.toByteArray();
            bytes.reset();
            return piece;
        }
    }
}
