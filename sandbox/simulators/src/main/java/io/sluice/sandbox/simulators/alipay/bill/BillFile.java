package io.sluice.sandbox.simulators.alipay.bill;

import io.sluice.sandbox.simulators.alipay.model.Buyer;
import io.sluice.sandbox.simulators.alipay.wire.Times;
import io.sluice.sandbox.simulators.alipay.wire.Yuan;
import io.sluice.sandbox.simulators.bill.FileFlow;
import io.sluice.sandbox.simulators.bill.FileFlow.Step;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import reactor.core.publisher.Flux;

/** A day's bill in Alipay's own form: a zip of two GBK tables, lines and totals, each field of a line ended by a tab. */
public final class BillFile {
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
    private final long more;
    private final Instant now;

    /** @param more payments than there are lines, which the totals tell of */
    public BillFile(String sellerId, LocalDate day, List<BillLine> lines, long more, Instant now) {
        this.sellerId = sellerId;
        this.day = day;
        this.lines = lines;
        this.more = more;
        this.now = now;
    }

    /** A piece of it at a time. */
    public Flux<byte[]> zip() {
        String name = sellerId + "0156_" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "_业务明细";
        return FileFlow.of(
                memory -> new ZipOutputStream(memory, GBK),
                Stream.concat(table(name + ".csv", details()), table(name + "(汇总).csv", Stream.of(totals()))));
    }

    private static Stream<Step<ZipOutputStream>> table(String name, Stream<String> lines) {
        Step<ZipOutputStream> begin = zip -> zip.putNextEntry(new ZipEntry(name));
        Stream<Step<ZipOutputStream>> all = lines.map(line -> zip -> zip.write(line.getBytes(GBK)));
        return Stream.concat(Stream.concat(Stream.of(begin), all), Stream.of(ZipOutputStream::closeEntry));
    }

    private Stream<String> details() {
        String begin = head("业务明细查询") + '#' + RULE + "业务明细列表" + RULE + "\r\n" + HEADER + "\r\n";
        String end = '#' + RULE + "业务明细列表结束" + RULE + "\r\n"
                + "#交易合计：%d笔，商家实收共%s元，商家优惠共0.00元\r\n".formatted(count(false), sum(line -> !line.isRefund()))
                + "#退款合计：%d笔，商家实收退款共%s元，商家优惠共0.00元\r\n".formatted(count(true), sum(BillLine::isRefund))
                + exported();
        // Not by flatMap, whose iterator makes all rows at once.
        return Stream.concat(
                Stream.concat(Stream.of(begin), lines.stream().map(line -> row(line) + "\r\n")), Stream.of(end));
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
        return lines.stream().filter(line -> line.isRefund() == refunds).count() + (refunds ? 0 : more);
    }

    private String sum(Predicate<BillLine> which) {
        return Yuan.of(lines.stream().filter(which).mapToLong(BillLine::fen).sum());
    }
}
