package io.sluice.channels.bill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Bills as the channels write them, made by the JDK and not by us. */
public final class SampleBills {

    public static final Charset GBK = Charset.forName("GBK");
    private static final String WECHAT_HEADER = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,"
            + "代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
    private static final String WECHAT_SUMMARY = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";

    private SampleBills() {}

    /** Payments of 15.00 each, fee 0.09, and after them one refund of 5.00, fee 0.03 given back. */
    public static Stream<String> wechat(long payments) {
        // Joined by concat: the iterator of a flatMap would make all of them at once.
        return Stream.concat(
                        Stream.concat(
                                Stream.of("\uFEFF" + WECHAT_HEADER),
                                LongStream.rangeClosed(1, payments).mapToObj(SampleBills::payment)),
                        Stream.of(
                                "`2026-11-20 12:00:01,`wx1,`1900000001,`0,`,`42001,`att1,`,`NATIVE,`REFUND,`OTHERS,`CNY,`0.00,`0.00,"
                                        + "`50001,`ref1,`5.00,`0.00,`ORIGINAL,`SUCCESS,`茶, 热,`,`-0.03000,`0.60%,`0.00,`5.00,`",
                                WECHAT_SUMMARY, summary(payments)))
                .map(line -> line + "\r\n");
    }

    private static String payment(long number) {
        return "`2026-11-20 11:00:00,`wx1,`1900000001,`0,`,`4200" + number + ",`att" + number
                + ",`,`NATIVE,`SUCCESS,`OTHERS,`CNY,`15.00,`0.00,`0,`0,`0.00,`0.00,`,`,`茶, 热,`,`0.09000,`0.60%,`15.00,`0.00,`";
    }

    private static String summary(long payments) {
        String paid = payments * 15 + ".00";
        long fees = payments * 9 - 3;
        return "`" + (payments + 1) + ",`" + paid + ",`5.00,`0.00,`" + fees / 100 + "." + "%02d".formatted(fees % 100)
                + "000,`" + paid + ",`5.00";
    }

    /** One payment of 15.00 and one refund of 5.00, as a zip of two tables in GBK. */
    public static byte[] alipay() {
        String details = """
                #支付宝业务明细查询
                #账号：[20880156]
                支付宝交易号,商户订单号,业务类型,商品名称,完成时间,订单金额（元）,商家实收（元）,退款批次号/请求号,服务费（元）,备注
                2026112022001	,att1	,交易	,一杯茶, 热	,2026-11-20 11:00:00	,15.00	,15.00	,	,-0.09	,\t
                2026112022001	,att1	,退款	,一杯茶, 热	,2026-11-20 12:00:00	,-5.00	,-5.00	,ref1	,0.03	,\t
                #交易合计：1笔，商家实收共15.00元，商家优惠共0.00元
                #退款合计：1笔，商家实收退款共-5.00元，商家优惠共0.00元
                """;
        String totals = """
                #支付宝业务汇总查询
                门店编号,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,服务费（元）
                合计	,1	,1	,10.00	,10.00	,-0.06
                """;
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, GBK)) {
            zip.putNextEntry(new ZipEntry("20880156_业务明细.csv"));
            zip.write(details.replace("\n", "\r\n").getBytes(GBK));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("20880156_业务明细(汇总).csv"));
            zip.write(totals.replace("\n", "\r\n").getBytes(GBK));
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static byte[] utf8(Stream<String> lines) {
        return String.join("", lines.toList()).getBytes(StandardCharsets.UTF_8);
    }

    public static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
