package io.sluice.sandbox.simulators.wechat.bill;

import static io.sluice.sandbox.simulators.wechat.bill.Table.yuan;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The trade bill, {@code bill_type=ALL}: payments and refunds. */
public final class TradeTable implements Table {
    private static final String HEADER = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
            + "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
    private static final String SUMMARY = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";

    @Override
    public Stream<String> lines(List<BillLine> bill) {
        String paid = yuan(sum(bill, line -> !line.isRefund(), BillLine::fen));
        String refunded = yuan(sum(bill, BillLine::isRefund, BillLine::fen));
        String fees = fee(sum(bill, line -> true, BillLine::feeFen));
        return Table.of(
                HEADER,
                bill.stream().map(TradeTable::cells),
                SUMMARY,
                List.of(Integer.toString(bill.size()), paid, refunded, "0.00", fees, paid, refunded));
    }

    private static long sum(List<BillLine> bill, Predicate<BillLine> which, ToLongFunction<BillLine> what) {
        return bill.stream().filter(which).mapToLong(what).sum();
    }

    /** Fees have five digits. */
    private static String fee(long fen) {
        return yuan(fen) + "000";
    }

    private static List<String> cells(BillLine line) {
        boolean refund = line.isRefund();
        String paid = refund ? "0.00" : yuan(line.fen());
        String refunded = refund ? yuan(line.fen()) : "0.00";
        return List.of(
                Table.time(line.at()),
                line.appid(),
                line.mchid(),
                "0",
                "",
                line.transactionId(),
                line.outTradeNo(),
                line.openid(),
                line.tradeType(),
                refund ? "REFUND" : "SUCCESS",
                "OTHERS",
                "CNY",
                paid,
                "0.00",
                Objects.requireNonNullElse(line.refundId(), "0"),
                Objects.requireNonNullElse(line.refundNo(), "0"),
                refunded,
                "0.00",
                refund ? "ORIGINAL" : "",
                refund ? "SUCCESS" : "",
                shown(line.description()),
                shown(line.attach()),
                fee(line.feeFen()),
                "0.60%",
                paid,
                refunded,
                "");
    }

    /** What a merchant wrote may hold commas, but neither the separator nor the end of a line. */
    private static String shown(String text) {
        return text.replaceAll("[`\\r\\n]", " ");
    }
}
