package io.sluice.channels.wechat.model;

import io.sluice.channels.bill.model.Row;
import io.sluice.channels.bill.model.Totals;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillKind;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.money.Money;
import java.util.List;

/** WeChat Pay's fund flow bill: one line for each movement on the merchant's account there, fees by themselves. */
final class FundForm implements BillForm {

    private static final String CURRENCY = "CNY";
    private static final String DIRECTION = "收支类型";
    private static final String IN = "收入";
    private static final String OUT = "支出";
    private static final String AMOUNT = "收支金额(元)";
    private static final String BUSINESS = "业务类型";

    private final Totals totals = new Totals();

    @Override
    public String summaryBegins() {
        return "资金流水总笔数";
    }

    @Override
    public List<String> needed() {
        return List.of("记账时间", "微信支付业务单号", "资金流水单号", BUSINESS, DIRECTION, AMOUNT, "业务凭证号");
    }

    @Override
    public BillLine line(Row row, long number, String raw) {
        Money amount = row.money(AMOUNT, CURRENCY);
        String direction = direction(row);
        totals.add(summaryBegins(), 1);
        totals.add(direction + "笔数", 1);
        totals.add(direction + "金额", amount.minor());
        BillKind kind = kind(row.text(BUSINESS));
        String voucher = row.text("业务凭证号");
        return new BillLine(
                number,
                kind,
                row.text("微信支付业务单号"),
                kind == BillKind.REFUND ? "" : voucher,
                kind == BillKind.REFUND ? voucher : "",
                direction.equals(IN) ? amount : Money.zero(amount.currency()).minus(amount),
                null,
                row.time("记账时间"),
                row.text(BUSINESS),
                raw);
    }

    private static String direction(Row row) {
        String direction = row.text(DIRECTION);
        if (!direction.equals(IN) && !direction.equals(OUT)) {
            throw BillException.broken("what stands under " + DIRECTION + " is neither " + IN + " nor " + OUT);
        }
        return direction;
    }

    private static BillKind kind(String business) {
        return switch (business) {
            case "交易" -> BillKind.CHARGE;
            case "退款" -> BillKind.REFUND;
            case "提现" -> BillKind.WITHDRAWAL;
            default -> business.contains("手续费") ? BillKind.FEE : BillKind.OTHER;
        };
    }

    @Override
    public void compare(Row summary) {
        totals.compare(summaryBegins(), summary.count(summaryBegins()));
        for (String direction : List.of(IN, OUT)) {
            totals.compare(direction + "笔数", summary.count(direction + "笔数"));
            totals.compare(
                    direction + "金额", summary.money(direction + "金额", CURRENCY).minor());
        }
    }

    @Override
    public List<String> summarized() {
        return List.of("收入笔数", "收入金额", "支出笔数", "支出金额");
    }
}
