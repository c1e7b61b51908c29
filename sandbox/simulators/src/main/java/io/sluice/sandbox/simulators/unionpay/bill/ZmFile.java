package io.sluice.sandbox.simulators.unionpay.bill;

import io.sluice.sandbox.simulators.bill.BillDesk;
import io.sluice.sandbox.simulators.bill.FileFlow;
import io.sluice.sandbox.simulators.bill.FileFlow.Step;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import reactor.core.publisher.Flux;

/**
 * {@code fileContent}: the base64 of a deflated zip of the day's file, ZM, whose fields are so many bytes long and parted by a blank (ACP,
 * part 3, 6.1).
 */
public record ZmFile(LocalDate day, String merId, List<BillLine> lines) {
    private static final Charset GBK = Charset.forName("GBK");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMddHHmmss", Locale.ROOT);
    private static final int[] LENGTHS = {
        3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21, 15, 1, 15, 32, 13,
        13, 8, 32, 13, 13, 12, 2, 1, 32, 98
    };
    private static final String NAME = "测试商户";

    /** What the whole is called. */
    public String name() {
        return merId + '_' + day.format(DateTimeFormatter.BASIC_ISO_DATE) + ".zip";
    }

    public Flux<byte[]> content() {
        String entry = "INN" + day.format(DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT)) + "88ZM_" + merId;
        Step<ZipOutputStream> begin = zip -> zip.putNextEntry(new ZipEntry(entry));
        Stream<Step<ZipOutputStream>> rows = lines.stream().map(line -> zip -> zip.write(row(line)));
        return FileFlow.of(
                memory -> new ZipOutputStream(
                        new DeflaterOutputStream(Base64.getEncoder().wrap(memory)), GBK),
                Stream.concat(Stream.concat(Stream.of(begin), rows), Stream.of(ZipOutputStream::closeEntry)));
    }

    private static byte[] row(BillLine line) {
        Map<Integer, String> fields = fields(line);
        int length = Arrays.stream(LENGTHS).map(field -> field + 1).sum();
        byte[] row = new byte[length + 1];
        Arrays.fill(row, (byte) ' ');
        int begin = 0;
        for (int number = 1; number <= LENGTHS.length; number++) {
            byte[] field = fields.getOrDefault(number, "").getBytes(GBK);
            System.arraycopy(field, 0, row, begin, Math.min(field.length, LENGTHS[number - 1]));
            begin += LENGTHS[number - 1] + 1;
        }
        row[length - 1] = '\r';
        row[length] = '\n';
        return row;
    }

    /** By their numbers in the specification. */
    private static Map<Integer, String> fields(BillLine line) {
        boolean comes = line.kind().isCharge();
        long net = line.fen() - line.feeFen();
        return Map.ofEntries(
                Map.entry(1, line.kind().code()),
                Map.entry(2, "00000000000"),
                Map.entry(3, "00010000000"),
                Map.entry(4, line.queryId().substring(line.queryId().length() - 6)),
                Map.entry(5, TIME.format(line.at().atOffset(BillDesk.BEIJING))),
                Map.entry(6, "6216261000000000018"),
                Map.entry(7, "%012d".formatted(line.fen())),
                Map.entry(8, "5411"),
                Map.entry(9, "07"),
                Map.entry(10, line.queryId()),
                Map.entry(12, line.orderId()),
                Map.entry(13, "01"),
                Map.entry(16, signed(!comes, line.feeFen())),
                Map.entry(17, signed(comes, line.fen())),
                Map.entry(18, "0001"),
                Map.entry(20, line.kind().type()),
                Map.entry(21, line.kind().subType()),
                Map.entry(22, "000201"),
                Map.entry(23, "01"),
                Map.entry(27, line.originalId()),
                Map.entry(28, line.merId()),
                Map.entry(31, NAME),
                Map.entry(33, signed(comes, net)),
                Map.entry(41, line.original()));
    }

    /** C for what the merchant gets, D for what he gives. */
    private static String signed(boolean gets, long fen) {
        return "%s%012d".formatted(gets ? "C" : "D", fen);
    }
}
