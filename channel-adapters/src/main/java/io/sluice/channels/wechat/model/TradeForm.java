package io.sluice.channels.wechat.model;

import io.sluice.channels.bill.model.Row;
import io.sluice.channels.bill.model.Totals;
import io.sluice.core.channel.bill.BillKind;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.money.Money;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * WeChat Pay's trade bill, {@code bill_type=ALL}: one line for each charge and each refund of the day, those under way included. An order is
 * over 订单金额, of which 应结订单金额 comes to the merchant where WeChat's coupons pay the rest.
 */
final class TradeForm implements BillForm {

    private static final String CURRENCY = "CNY";
    private static final String STATE = "交易状态";
    private static final String FEE = "手续费";

    /** What the summary says, and of which column it is the sum. */
    private static final Map<String, String> SUMS = Map.of(
            "应结订单总金额", "应结订单金额",
            "退款总金额", "退款金额",
            "充值券退款总金额", "充值券退款金额",
            "手续费总金额", FEE,
            "订单总金额", "订单金额",
            "申请退款总金额", "申请退款金额");

    private final Totals totals = new Totals();

    @Override
    public String summaryBegins() {
        return "总交易单数";
    }

    @Override
    public List<String> needed() {
        return Stream.concat(
                        Stream.of("交易时间", "微信订单号", "商户订单号", STATE, "货币种类", "微信退款单号", "商户退款单号", "退款状态"),
                        SUMS.values().stream())
                .toList();
    }

    @Override
    public BillLine line(Row row, long number, String raw) {
        String currency = row.text("货币种类");
        totals.add(summaryBegins(), 1);
        SUMS.forEach(
                (sum, column) -> totals.add(sum, row.money(column, currency).minor()));
        boolean charge = row.text(STATE).equals("SUCCESS");
        Money over = charge ? row.money("订单金额", currency) : negated(row.money("申请退款金额", currency));
        return new BillLine(
                number,
                kind(row.text(STATE)),
                row.text(charge ? "微信订单号" : "微信退款单号"),
                row.text("商户订单号"),
                charge ? "" : row.text("商户退款单号"),
                over,
                row.money(FEE, currency),
                row.time("交易时间"),
                row.text(charge ? STATE : "退款状态"),
                raw);
    }

    private static BillKind kind(String state) {
        return switch (state) {
            case "SUCCESS" -> BillKind.CHARGE;
            case "REFUND" -> BillKind.REFUND;
            case "REVOKED" -> BillKind.REVERSAL;
            default -> BillKind.OTHER;
        };
    }

    private static Money negated(Money amount) {
        return Money.zero(amount.currency()).minus(amount);
    }

    @Override
    public void compare(Row summary) {
        totals.compare(summaryBegins(), summary.count(summaryBegins()));
        SUMS.keySet()
                .forEach(sum -> totals.compare(sum, summary.money(sum, CURRENCY).minor()));
    }

    @Override
    public List<String> summarized() {
        return List.copyOf(SUMS.keySet());
    }
}
