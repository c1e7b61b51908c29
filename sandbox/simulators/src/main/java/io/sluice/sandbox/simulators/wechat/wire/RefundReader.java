package io.sluice.sandbox.simulators.wechat.wire;

import io.sluice.sandbox.simulators.Fingerprint;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.wechat.model.RefundTerms;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a refund request and holds it against the rules of the interface. */
public final class RefundReader {
    private static final Set<String> NAMES = Set.of(
            "transaction_id",
            "out_trade_no",
            "out_refund_no",
            "reason",
            "notify_url",
            "funds_account",
            "amount",
            "goods_detail");
    private static final Pattern OUT_REFUND_NO = Pattern.compile("[0-9A-Za-z_\\-|*@]{1,64}");

    private RefundReader() {}

    public static Decision<RefundTerms, Refusal> read(KnownMerchant merchant, byte[] body) {
        var fields = Fields.of(body);
        fields.onlyKnown(NAMES);
        String transaction = fields.optionalText("/transaction_id", 32);
        String outTradeNo = fields.optionalText("/out_trade_no", 32);
        fields.require(
                (transaction == null) != (outTradeNo == null),
                "/transaction_id",
                "Exactly one of transaction_id and out_trade_no must name the order");
        fields.require(
                "CNY".equals(fields.optionalText("/amount/currency", 16)),
                "/amount/currency",
                "The currency must be CNY");
        boolean notified = !fields.root().at("/notify_url").isMissingNode();
        var terms = new RefundTerms(
                merchant.mchid(),
                outTradeNo,
                transaction,
                fields.text("/out_refund_no", OUT_REFUND_NO, "must have 1 to 64 of 0-9 A-Z a-z _ - | * @"),
                fields.positive("/amount/refund"),
                fields.positive("/amount/total"),
                fields.optionalText("/reason", 80),
                notified ? fields.text("/notify_url", OrderReader.NOTIFY_URL, OrderReader.URL_RULE) : null,
                Fingerprint.of("refund", fields.root()));
        return fields.decide(() -> terms);
    }
}
