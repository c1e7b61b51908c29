package io.sluice.channels.alipay.model;

import io.sluice.channels.bill.model.Columns;
import io.sluice.channels.bill.model.Row;
import io.sluice.channels.bill.model.Stage;
import io.sluice.channels.bill.model.TextLine;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillKind;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.money.Money;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alipay's trade bill: a table of the day's payments and refunds, 业务明细, and one of what they add up to, 汇总. Lines that begin with
 * {@code #} stand around both; each cell of a line ends with a tab.
 */
public final class BillTables implements Stage<TextLine, BillLine> {

    private static final List<String> DETAILS =
            List.of("支付宝交易号", "商户订单号", "业务类型", "完成时间", "订单金额（元）", "商家实收（元）", "退款批次号/请求号", "服务费（元）");
    private static final List<String> SUMMARY = List.of("交易订单总笔数", "退款订单总笔数", "订单金额（元）", "商家实收（元）", "服务费（元）");

    private final BillSums sums = new BillSums();
    private String file = "";
    private @Nullable Columns columns;
    private long lines;

    @Override
    public Iterator<BillLine> next(TextLine line) {
        if (!line.file().equals(file)) {
            file = line.file();
            columns = null;
        }
        String text = line.text();
        boolean isSummary = file.contains("汇总");
        if (text.startsWith("#")) {
            sums.remark(text);
        } else if (!text.isBlank() && columns == null) {
            columns = new Columns(cells(text), isSummary ? SUMMARY : DETAILS);
        } else if (!text.isBlank() && columns != null && isSummary) {
            sums.compareLater(columns.row(cells(text)), cells(text).getFirst());
        } else if (!text.isBlank() && columns != null) {
            return List.of(read(columns.row(cells(text)), text)).iterator();
        }
        return Collections.emptyIterator();
    }

    /** The names of the columns have no tabs. */
    private static List<String> cells(String text) {
        String separator = text.contains("\t") ? "\t," : ",";
        return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
    }

    private BillLine read(Row row, String raw) {
        BillKind kind = kind(row.text("业务类型"));
        Money fee = row.money("服务费（元）", Yuan.CURRENCY);
        Money amount = row.money("订单金额（元）", Yuan.CURRENCY);
        lines++;
        sums.add(kind, amount, row.money("商家实收（元）", Yuan.CURRENCY), fee);
        return new BillLine(
                lines,
                kind,
                row.text("支付宝交易号"),
                row.text("商户订单号"),
                row.text("退款批次号/请求号"),
                amount,
                // What Alipay takes stands there with a minus.
                Money.zero(fee.currency()).minus(fee),
                row.time("完成时间"),
                row.text("业务类型"),
                raw);
    }

    private static BillKind kind(String business) {
        return switch (business) {
            case "交易" -> BillKind.CHARGE;
            case "退款" -> BillKind.REFUND;
            default -> BillKind.OTHER;
        };
    }

    /** @throws BillException when the lines are not what the bill says of them at two places */
    @Override
    public Iterator<BillLine> end() {
        sums.compare();
        return Collections.emptyIterator();
    }
}
