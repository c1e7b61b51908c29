package io.sluice.channels.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.alipay.LongTables;
import io.sluice.channels.unionpay.LongDayFile;
import io.sluice.channels.wechat.LongTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bills are read in a heap that has no room for their lines: a hundred thousand of them, or as many as {@code -Dbill.lines} says. A million
 * are 250 MB of text at WeChat Pay and 600 MB at UnionPay.
 */
class LongBillTest {

    private static final int LINES = Integer.getInteger("bill.lines", 100_000);

    @ParameterizedTest
    @ValueSource(classes = {LongTable.class, LongTables.class, LongDayFile.class})
    void aLongBillNeedsNoMoreMemoryThanAShortOne(Class<? extends LongFile> file)
            throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongBill.class.getName(),
                        file.getName(),
                        String.valueOf(LINES))
                .redirectErrorStream(true)
                .start();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reader.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(reader.exitValue()).as(said).isZero();
        String result = said.lines().toList().getLast();
        assertThat(result).startsWith(LINES + " lines, verified in ");
        System.out.println(file.getSimpleName() + ": " + result);
    }
}
