package io.sluice.sandbox.simulators.wechat.bill;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** WeChat Pay's tables: each cell begins with a backtick, each line ends with CR LF, a mark of UTF-8 stands before all. */
public interface Table {
    /** A line of text after another. */
    Stream<String> lines(List<BillLine> bill);

    /** Every line with its end. */
    static Stream<String> of(String header, Stream<List<String>> rows, String summaryHeader, List<String> summary) {
        // Not by flatMap, whose iterator makes all rows at once.
        return Stream.concat(
                        Stream.concat(Stream.of('\uFEFF' + header), rows.map(Table::row)),
                        Stream.of(summaryHeader, row(summary)))
                .map(line -> line + "\r\n");
    }

    private static String row(List<String> cells) {
        return '`' + String.join(",`", cells);
    }

    static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                .withZone(ZoneOffset.ofHours(8))
                .format(instant);
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
