package io.sluice.sandbox.simulators.alipay.bill;

import io.sluice.sandbox.simulators.alipay.model.Buyer;
import io.sluice.sandbox.simulators.alipay.wire.Times;
import io.sluice.sandbox.simulators.alipay.wire.Yuan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A day's bill in Alipay's own form: a zip of two GBK tables, lines and totals, each field of a line ended by a tab. */
final class BillFile {
    private static final Charset GBK = Charset.forName("GBK");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年MM月dd日", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年MM月dd日 HH:mm:ss", Locale.ROOT);
    private static final String RULE = "-----------------------------------------";
    private static final String HEADER = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,"
            + "订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,"
            + "商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注";
    private static final String TOTALS_HEADER =
            "门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,卡消费金额（元）,服务费（元）,分润（元）,实收净额（元）";

    private final String sellerId;
    private final LocalDate day;
    private final List<BillLine> lines;
    private final Instant now;

    BillFile(String sellerId, LocalDate day, List<BillLine> lines, Instant now) {
        this.sellerId = sellerId;
        this.day = day;
        this.lines = lines;
        this.now = now;
    }

    byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        String name = sellerId + "0156_" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "_业务明细";
        try (var zip = new ZipOutputStream(bytes, GBK)) {
            put(zip, name + ".csv", details());
            put(zip, name + "(汇总).csv", totals());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory takes all that is written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String table) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(table.getBytes(GBK));
        zip.closeEntry();
    }

    private String details() {
        var table = new StringBuilder(head("业务明细查询"));
        table.append('#').append(RULE).append("业务明细列表").append(RULE).append("\r\n");
        table.append(HEADER).append("\r\n");
        lines.forEach(line -> table.append(row(line)).append("\r\n"));
        table.append('#').append(RULE).append("业务明细列表结束").append(RULE).append("\r\n");
        table.append("#交易合计：%d笔，商家实收共%s元，商家优惠共0.00元\r\n".formatted(count(false), sum(line -> !line.isRefund())));
        table.append("#退款合计：%d笔，商家实收退款共%s元，商家优惠共0.00元\r\n".formatted(count(true), sum(BillLine::isRefund)));
        return table + exported();
    }

    private String row(BillLine line) {
        String amount = Yuan.of(line.fen());
        return String.join(
                "\t,",
                line.tradeNo(),
                line.outTradeNo(),
                line.isRefund() ? "退款" : "交易",
                line.subject().replaceAll("[,\\s]", " "),
                Times.write(line.createdAt()),
                Times.write(line.doneAt()),
                "",
                "",
                "",
                "",
                Buyer.LOGIN,
                amount,
                amount,
                "0.00",
                "0.00",
                "0.00",
                "0.00",
                "0.00",
                "",
                "0.00",
                "0.00",
                line.requestNo(),
                Yuan.of(line.feeFen()),
                "0.00",
                "");
    }

    private String totals() {
        String fee = Yuan.of(lines.stream().mapToLong(BillLine::feeFen).sum());
        long net = lines.stream().mapToLong(line -> line.fen() + line.feeFen()).sum();
        String all = sum(line -> true);
        return head("业务汇总查询") + '#' + RULE + "业务汇总列表" + RULE + "\r\n" + TOTALS_HEADER + "\r\n"
                + String.join(
                        "\t,",
                        "合计",
                        "",
                        Long.toString(count(false)),
                        Long.toString(count(true)),
                        all,
                        all,
                        "0.00",
                        "0.00",
                        "0.00",
                        fee,
                        "0.00",
                        Yuan.of(net))
                + "\r\n#" + RULE + "业务汇总列表结束" + RULE + "\r\n" + exported();
    }

    private String head(String title) {
        return "#支付宝%s\r\n#账号：[%s0156]\r\n#起始日期：[%s 00:00:00]   终止日期：[%s 00:00:00]\r\n"
                .formatted(title, sellerId, DAY.format(day), DAY.format(day.plusDays(1)));
    }

    private String exported() {
        return "#导出时间：[" + MOMENT.format(now.atOffset(Times.BEIJING)) + "]\r\n";
    }

    private long count(boolean refunds) {
        return lines.stream().filter(line -> line.isRefund() == refunds).count();
    }

    private String sum(Predicate<BillLine> which) {
        return Yuan.of(lines.stream().filter(which).mapToLong(BillLine::fen).sum());
    }
}
