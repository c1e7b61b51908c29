package io.sluice.channels.unionpay.model;

import io.sluice.channels.bill.model.Stage;
import io.sluice.channels.bill.model.TextLine;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillKind;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.money.Money;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * UnionPay's file of a clearing day, ZM: a line for each transaction, its fields so many <em>bytes</em> long and parted by a blank (ACP, part
 * 3, 6.1). It is read as if it were Latin, where a character is a byte; only what is kept of a line is GBK again. Other files of the
 * zip, of disputes, are passed over. It says no totals.
 */
public final class DayFile implements Stage<TextLine, BillLine> {

    private static final String CURRENCY = "CNY";
    private static final Charset GBK = Charset.forName("GBK");
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private final LocalDate day;
    private final String merchantId;
    private long lines;

    /** @param day of clearing, which gives times their year */
    public DayFile(LocalDate day, String merchantId) {
        this.day = day;
        this.merchantId = merchantId;
    }

    @Override
    public Iterator<BillLine> next(TextLine line) {
        if (!isDayFile(line.file()) || line.text().isBlank()) {
            return Collections.emptyIterator();
        }
        lines++;
        return List.of(read(new ZmLine(line.text()))).iterator();
    }

    /** {@code INN26112088ZM_777290058110048}; one that came without a zip may have any name. */
    private static boolean isDayFile(String name) {
        return name.isEmpty() || name.contains("ZM_");
    }

    private BillLine read(ZmLine line) {
        if (!line.text(ZmField.MERCHANT).equals(merchantId)) {
            throw BillException.broken("a line is of another merchant");
        }
        BillKind kind = kind(line.text(ZmField.TXN_TYPE));
        boolean first = line.text(ZmField.TXN_TYPE).equals("01");
        return new BillLine(
                lines,
                kind,
                line.text(ZmField.QUERY_ID),
                line.text(first ? ZmField.ORDER : ZmField.ORIGINAL_ORDER),
                first ? "" : line.text(ZmField.ORDER),
                Money.of(kind == BillKind.CHARGE ? line.fen(ZmField.AMOUNT) : -line.fen(ZmField.AMOUNT), CURRENCY),
                // D is what the merchant owes.
                Money.of(-line.signedFen(ZmField.FEE), CURRENCY),
                time(line.text(ZmField.TIME)),
                line.text(ZmField.CODE),
                new String(line.text().getBytes(StandardCharsets.ISO_8859_1), GBK));
    }

    private static BillKind kind(String txnType) {
        return switch (txnType) {
            case "01", "03" -> BillKind.CHARGE;
            case "04" -> BillKind.REFUND;
            case "31", "33" -> BillKind.REVERSAL;
            default -> BillKind.OTHER;
        };
    }

    /** A time in December in a file of January is of the year before. */
    private Instant time(String monthToSecond) {
        try {
            var time = LocalDateTime.parse(day.getYear() + monthToSecond, TIME);
            return (time.toLocalDate().isAfter(day.plusDays(1)) ? time.minusYears(1) : time).toInstant(BEIJING);
        } catch (DateTimeException noTime) {
            throw BillException.broken("a line has no time");
        }
    }

    @Override
    public Iterator<BillLine> end() {
        return Collections.emptyIterator();
    }
}
