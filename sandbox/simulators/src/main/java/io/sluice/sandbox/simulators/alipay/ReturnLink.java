package io.sluice.sandbox.simulators.alipay;

import io.sluice.sandbox.simulators.alipay.model.Product;
import io.sluice.sandbox.simulators.alipay.model.Terms;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.wire.Forms;
import io.sluice.sandbox.simulators.alipay.wire.Seal;
import io.sluice.sandbox.simulators.alipay.wire.Times;
import io.sluice.sandbox.simulators.alipay.wire.Yuan;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Leads a payer's browser back to the merchant, with signed words about the trade. */
final class ReturnLink {
    private final Seal seal;

    ReturnLink(Seal seal) {
        this.seal = seal;
    }

    /** Empty for those who were not led here, or not to be led back. */
    Optional<String> of(Trade trade, Instant now) {
        Terms terms = trade.terms();
        String url = terms.returnUrl();
        if (url == null || !terms.product().isPage()) {
            return Optional.empty();
        }
        var fields = new TreeMap<String, String>();
        fields.put("charset", "utf-8");
        fields.put("version", "1.0");
        fields.put(
                "method",
                terms.product() == Product.PAGE ? "alipay.trade.page.pay.return" : "alipay.trade.wap.pay.return");
        fields.put("app_id", terms.appId());
        fields.put("auth_app_id", terms.appId());
        fields.put("seller_id", terms.sellerId());
        fields.put("out_trade_no", terms.outTradeNo());
        fields.put("total_amount", Yuan.of(terms.totalFen()));
        fields.put("timestamp", Times.write(now));
        if (trade.tradeNo() != null) {
            fields.put("trade_no", trade.tradeNo());
        }
        return Optional.of(url + (url.contains("?") ? "&" : "?") + Forms.write(seal.signed(fields)));
    }
}
