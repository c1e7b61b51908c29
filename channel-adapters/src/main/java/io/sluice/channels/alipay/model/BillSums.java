package io.sluice.channels.alipay.model;

import io.sluice.channels.bill.model.Row;
import io.sluice.channels.bill.model.Totals;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillKind;
import io.sluice.core.money.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the lines of a bill add up to, and what the bill says of it: in remarks below the lines, and in the table of totals, which may come
 * before the lines. Amounts in fen.
 */
final class BillSums {

    private static final Pattern CHARGES = Pattern.compile("#交易合计：([0-9]{1,12})笔，商家实收共(-?[0-9.]{1,18})元.*");
    private static final Pattern REFUNDS = Pattern.compile("#退款合计：([0-9]{1,12})笔，商家实收退款共(-?[0-9.]{1,18})元.*");
    private static final int SAID_IN_ALL = 9;

    private final Totals totals = new Totals();
    private final Map<String, Long> said = new HashMap<>();

    void add(BillKind kind, Money amount, Money received, Money fee) {
        boolean refund = kind == BillKind.REFUND;
        totals.add(refund ? "refunds" : "charges", 1);
        totals.add(refund ? "refunded" : "charged", received.minor());
        totals.add("amounts", amount.minor());
        totals.add("received", received.minor());
        totals.add("fees", fee.minor());
    }

    /** A line that begins with {@code #}. */
    void remark(String text) {
        remark(CHARGES.matcher(text), "charges", "charged");
        remark(REFUNDS.matcher(text), "refunds", "refunded");
    }

    private void remark(Matcher found, String count, String sum) {
        if (found.matches()) {
            say("remark: " + count, Long.parseLong(found.group(1)));
            say("remark: " + sum, fen(found.group(2)));
        }
    }

    private static long fen(String yuan) {
        return Yuan.read(yuan)
                .orElseThrow(() -> BillException.broken("a sum below the lines is no amount"))
                .minor();
    }

    /** A line of the table of totals, of which one is for all stores. */
    void compareLater(Row row, String store) {
        if (store.equals("合计")) {
            say("table: charges", row.count("交易订单总笔数"));
            say("table: refunds", row.count("退款订单总笔数"));
            say("table: amounts", row.money("订单金额（元）", Yuan.CURRENCY).minor());
            say("table: received", row.money("商家实收（元）", Yuan.CURRENCY).minor());
            say("table: fees", row.money("服务费（元）", Yuan.CURRENCY).minor());
        }
    }

    private void say(String what, long number) {
        if (said.put(what, number) != null) {
            throw BillException.broken("the bill says twice what its lines add up to");
        }
    }

    void compare() {
        if (said.size() != SAID_IN_ALL) {
            throw BillException.broken("the bill ends before it has said what its lines add up to");
        }
        said.forEach((what, number) -> totals.compare(what.substring(what.indexOf(' ') + 1), number));
    }
}
