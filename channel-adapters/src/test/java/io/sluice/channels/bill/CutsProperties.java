package io.sluice.channels.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.channels.alipay.model.BillTables;
import io.sluice.channels.bill.model.Stage;
import io.sluice.channels.wechat.model.BillTable;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillKind;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.channel.bill.BillType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** However the network cuts a bill, its lines are the same; and whatever is cut off or changed, it is broken. */
class CutsProperties {

    private static final byte[] TABLE = SampleBills.utf8(SampleBills.wechat(3));
    private static final byte[] WECHAT = SampleBills.gzip(TABLE);
    private static final byte[] ALIPAY = SampleBills.alipay();

    private static Stage<byte[], BillLine> wechat() {
        return new Gunzip()
                .then(new Hashed("SHA-1", SampleBills.sha1(TABLE)))
                .then(new OneFile(""))
                .then(new Lines(StandardCharsets.UTF_8))
                .then(BillTable.of(BillType.TRADES));
    }

    private static Stage<byte[], BillLine> wechatUncompressed() {
        return new OneFile("").then(new Lines(StandardCharsets.UTF_8)).then(BillTable.of(BillType.TRADES));
    }

    private static Stage<byte[], BillLine> alipay() {
        return new Unzip().then(new Lines(SampleBills.GBK)).then(new BillTables());
    }

    private static List<BillLine> read(Stage<byte[], BillLine> stage, List<byte[]> pieces) {
        List<BillLine> lines = new ArrayList<>();
        pieces.forEach(piece -> stage.next(piece).forEachRemaining(lines::add));
        stage.end().forEachRemaining(lines::add);
        stage.close();
        return lines;
    }

    private static List<byte[]> cut(byte[] whole, int at) {
        return List.of(Arrays.copyOfRange(whole, 0, at), Arrays.copyOfRange(whole, at, whole.length));
    }

    private static void sameAtEveryCut(byte[] whole, Supplier<Stage<byte[], BillLine>> reading) {
        List<BillLine> expected = read(reading.get(), List.of(whole));
        for (int at = 0; at <= whole.length; at++) {
            assertThat(read(reading.get(), cut(whole, at))).as("cut at %d", at).isEqualTo(expected);
        }
        List<byte[]> bytes = new ArrayList<>();
        for (byte one : whole) {
            bytes.add(new byte[] {one});
        }
        assertThat(read(reading.get(), bytes)).isEqualTo(expected);
    }

    @Test
    void aGzippedTableReadsTheSameAtEveryCut() {
        sameAtEveryCut(WECHAT, CutsProperties::wechat);
    }

    @Test
    void aTableReadsTheSameCutInsideOfACharacterOrAnEndOfLine() {
        sameAtEveryCut(TABLE, CutsProperties::wechatUncompressed);
    }

    @Test
    void aZipOfGbkReadsTheSameAtEveryCut() {
        sameAtEveryCut(ALIPAY, CutsProperties::alipay);
    }

    @Test
    void whatIsCutOffIsBroken() {
        for (int end = 0; end < WECHAT.length; end++) {
            broken(CutsProperties::wechat, Arrays.copyOf(WECHAT, end));
        }
        // What follows the files of a zip is its directory, which is passed over once it has begun.
        int directory = new String(ALIPAY, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        for (int end = 0; end < directory + 4; end++) {
            broken(CutsProperties::alipay, Arrays.copyOf(ALIPAY, end));
        }
    }

    @Test
    void whatIsChangedIsBroken() {
        long seed = new Random().nextLong();
        var dice = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] changed = TABLE.clone();
            changed[dice.nextInt(changed.length)] ^= (byte) (1 + dice.nextInt(255));
            byte[] file = SampleBills.gzip(changed);
            assertThatThrownBy(() -> read(wechat(), List.of(file)))
                    .as("seed %d, round %d", seed, round)
                    .isInstanceOf(BillException.class);
        }
    }

    private static void broken(Supplier<Stage<byte[], BillLine>> reading, byte[] file) {
        assertThatThrownBy(() -> read(reading.get(), List.of(file)))
                .as("%d bytes", file.length)
                .isInstanceOfSatisfying(
                        BillException.class,
                        failed -> assertThat(failed.reason()).isEqualTo(BillException.Reason.BROKEN));
    }

    @Test
    void wechatsLinesHaveTheCommonShape() {
        List<BillLine> lines = read(wechat(), List.of(WECHAT));
        assertThat(lines)
                .extracting(BillLine::kind)
                .containsExactly(BillKind.CHARGE, BillKind.CHARGE, BillKind.CHARGE, BillKind.REFUND);
        assertThat(lines.getFirst().amount().minor()).isEqualTo(1500);
        assertThat(lines.getFirst().orderNumber()).isEqualTo("att1");
        assertThat(lines.getLast().amount().minor()).isEqualTo(-500);
        assertThat(lines.getLast().modificationNumber()).isEqualTo("ref1");
        assertThat(lines.getLast().channelNumber()).isEqualTo("50001");
        assertThat(lines.getLast().fee()).hasToString("-0.03 CNY");
        assertThat(lines.getLast().settledAt()).hasToString("2026-11-20T04:00:01Z");
        assertThat(lines.getFirst().raw())
                .startsWith("`2026-11-20 11:00:00,`wx1")
                .endsWith("`0.00,`");
    }

    @Test
    void alipaysLinesHaveTheCommonShape() {
        List<BillLine> lines = read(alipay(), List.of(ALIPAY));
        assertThat(lines).extracting(BillLine::kind).containsExactly(BillKind.CHARGE, BillKind.REFUND);
        assertThat(lines).extracting(line -> line.amount().minor()).containsExactly(1500L, -500L);
        assertThat(lines)
                .extracting(line -> line.fee())
                .extracting(String::valueOf)
                .containsExactly("0.09 CNY", "-0.03 CNY");
        assertThat(lines.getLast().modificationNumber()).isEqualTo("ref1");
        assertThat(lines.getFirst().raw()).contains("一杯茶, 热");
    }
}
