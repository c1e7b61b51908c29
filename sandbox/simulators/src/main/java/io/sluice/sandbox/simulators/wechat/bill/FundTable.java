package io.sluice.sandbox.simulators.wechat.bill;

import static io.sluice.sandbox.simulators.wechat.bill.Table.yuan;

import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The fund flow bill: what each payment and refund moved, and its fee by itself. */
public final class FundTable implements Table {
    private static final String HEADER = "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号";
    private static final String SUMMARY = "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额";

    /** A movement: positive where the merchant gets it. */
    private record Flow(BillLine line, String business, long fen) {
        boolean comes() {
            return fen > 0;
        }
    }

    /** The balance begins at nothing each day: it is for the eye. */
    @Override
    public Stream<String> lines(List<BillLine> bill) {
        long[] balance = {0};
        return Table.of(
                HEADER,
                flows(bill).map(flow -> cells(flow, balance[0] += flow.fen())),
                SUMMARY,
                List.of(
                        Long.toString(flows(bill).count()),
                        Long.toString(flows(bill).filter(Flow::comes).count()),
                        yuan(sum(bill, flow -> Math.max(0, flow.fen()))),
                        Long.toString(flows(bill).filter(flow -> !flow.comes()).count()),
                        yuan(sum(bill, flow -> Math.max(0, -flow.fen())))));
    }

    private static long sum(List<BillLine> bill, ToLongFunction<Flow> what) {
        return flows(bill).mapToLong(what).sum();
    }

    private static Stream<Flow> flows(List<BillLine> bill) {
        return bill.stream()
                .flatMap(line -> Stream.of(
                        new Flow(line, line.isRefund() ? "退款" : "交易", line.isRefund() ? -line.fen() : line.fen()),
                        new Flow(line, "扣除交易手续费", -line.feeFen())))
                .filter(flow -> flow.fen() != 0);
    }

    private static List<String> cells(Flow flow, long balance) {
        BillLine line = flow.line();
        String number = Objects.requireNonNullElse(line.refundId(), line.transactionId());
        return List.of(
                Table.time(line.at()),
                number,
                number + (flow.business().contains("手续费") ? "02" : "01"),
                flow.business(),
                flow.business(),
                flow.comes() ? "收入" : "支出",
                yuan(Math.abs(flow.fen())),
                yuan(balance),
                "system",
                "",
                Objects.requireNonNullElse(line.refundNo(), line.outTradeNo()));
    }
}
