package io.sluice.sandbox.simulators.wechat.wire;

import io.sluice.sandbox.simulators.Fingerprint;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import io.sluice.sandbox.simulators.wechat.model.OrderTerms;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import io.sluice.sandbox.simulators.wechat.model.TradeType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an order request and holds it against the rules of the interface. */
public final class OrderReader {
    private static final Set<String> NAMES = Set.of(
            "appid",
            "mchid",
            "description",
            "out_trade_no",
            "time_expire",
            "attach",
            "notify_url",
            "goods_tag",
            "limit_pay",
            "support_fapiao",
            "amount",
            "payer",
            "detail",
            "scene_info",
            "settle_info");
    static final Pattern OUT_TRADE_NO = Pattern.compile("[0-9A-Za-z_\\-|*]{6,32}");
    static final Pattern NOTIFY_URL = Pattern.compile("https?://[^\\s?#]{1,247}");
    static final String URL_RULE = "must be an absolute http(s) URL of at most 255 characters without a query";

    private OrderReader() {}

    public static Decision<OrderTerms, Refusal> read(KnownMerchant merchant, TradeType type, byte[] body, Instant now) {
        var fields = Fields.of(body);
        fields.onlyKnown(NAMES);
        String appid = fields.text("/appid", 32);
        fields.require(
                merchant.mchid().equals(fields.text("/mchid", 32)),
                "/mchid",
                "mchid must be the merchant who signed the request");
        OrderTerms terms = terms(merchant, type, fields, now);
        return fields.decide(() -> terms)
                .then(read -> merchant.appid().equals(appid)
                        ? Decision.granted(read)
                        : Refusal.refuse(ErrorCode.APPID_MCHID_NOT_MATCH, "This appid is not bound to the mchid"));
    }

    private static OrderTerms terms(KnownMerchant merchant, TradeType type, Fields fields, Instant now) {
        String currency = fields.optionalText("/amount/currency", 16);
        fields.require(currency == null || currency.equals("CNY"), "/amount/currency", "The currency must be CNY");
        requirePayer(type, fields);
        return new OrderTerms(
                merchant.mchid(),
                merchant.appid(),
                type,
                fields.text("/out_trade_no", OUT_TRADE_NO, "must have 6 to 32 of 0-9 A-Z a-z _ - | *"),
                fields.text("/description", 127),
                fields.optionalText("/attach", 128),
                fields.text("/notify_url", NOTIFY_URL, URL_RULE),
                fields.positive("/amount/total"),
                fields.optionalText("/payer/openid", 128),
                expiry(fields, now),
                Fingerprint.of(type.name(), fields.root()));
    }

    private static void requirePayer(TradeType type, Fields fields) {
        if (type == TradeType.JSAPI) {
            fields.text("/payer/openid", 128);
        }
        if (type == TradeType.H5) {
            fields.text("/scene_info/payer_client_ip", 45);
            fields.text("/scene_info/h5_info/type", 32);
        }
    }

    private static @Nullable Instant expiry(Fields fields, Instant now) {
        String text = fields.optionalText("/time_expire", 64);
        if (text == null) {
            return null;
        }
        try {
            Instant end = OffsetDateTime.parse(text).toInstant();
            fields.require(end.isAfter(now), "/time_expire", "time_expire must lie in the future");
            return end;
        } catch (DateTimeException malformed) {
            fields.refuse("/time_expire", "time_expire must be RFC 3339, as in 2026-06-08T10:34:56+08:00");
            return null;
        }
    }
}
