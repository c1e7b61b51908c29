package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.alipay.model.Product;
import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.Terms;
import io.sluice.sandbox.simulators.alipay.wire.Call;
import io.sluice.sandbox.simulators.alipay.wire.Fields;
import io.sluice.sandbox.simulators.alipay.wire.Times;
import io.sluice.sandbox.simulators.model.Decision;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a merchant orders and holds it against the rules of the interface. */
final class TermsReader {
    private static final Pattern OUT_TRADE_NO = Pattern.compile("[0-9A-Za-z_]{1,64}");
    private static final Pattern EXPRESS = Pattern.compile("([1-9]\\d{0,4})([mhd])|1c");
    private static final Duration USUAL = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofDays(15);

    private TermsReader() {}

    static Decision<Terms, Refusal> read(Call call, Product product, Instant now) {
        var fields = new Fields(call.content());
        String number = fields.text("out_trade_no", 64);
        fields.require(OUT_TRADE_NO.matcher(number).matches(), "out_trade_no", "must have letters, digits and _ only");
        var terms = new Terms(
                call.app().appId(),
                call.app().sellerId(),
                product,
                number,
                fields.text("subject", 256),
                fields.optional("body", 128),
                fields.amount("total_amount"),
                call.parameters().optional("notify_url"),
                call.parameters().optional("return_url"),
                fields.optional("passback_params", 512),
                expiry(fields, product, now));
        String seller = fields.optional("seller_id", 28);
        fields.require(
                seller == null || seller.equals(call.app().sellerId()), "seller_id", "must be the app's own merchant");
        String productCode = fields.optional("product_code", 64);
        String right = productCode(product);
        fields.require(
                product == Product.QR || product == Product.CODE || right.equals(productCode),
                "product_code",
                "must be " + right);
        return fields.decide(() -> terms);
    }

    private static String productCode(Product product) {
        return switch (product) {
            case QR, CODE -> "FACE_TO_FACE_PAYMENT";
            case PAGE -> "FAST_INSTANT_TRADE_PAY";
            case WAP -> "QUICK_WAP_WAY";
        };
    }

    /** An absolute end wins over a duration. */
    private static Instant expiry(Fields fields, Product product, Instant now) {
        String end = fields.optional("time_expire", 32);
        String code = product == Product.QR ? fields.optional("qr_code_timeout_express", 6) : null;
        String express = code == null ? fields.optional("timeout_express", 6) : code;
        if (end == null) {
            return now.plus(express == null ? USUAL : duration(fields, express, now));
        }
        try {
            Instant time = Times.read(end);
            fields.require(time.isAfter(now), "time_expire", "must lie in the future");
            return time;
        } catch (DateTimeException malformed) {
            fields.require(false, "time_expire", "must be yyyy-MM-dd HH:mm:ss in GMT+8");
            return now;
        }
    }

    private static Duration duration(Fields fields, String express, Instant now) {
        Matcher parts = EXPRESS.matcher(express);
        boolean sound = parts.matches();
        fields.require(sound, "timeout_express", "must be 1m to 15d, as in 90m, or 1c");
        if (!sound || parts.group(1) == null) {
            return sound ? untilMidnight(now) : USUAL;
        }
        @Nullable String unit = parts.group(2);
        long count = Long.parseLong(parts.group(1));
        Duration asked = switch (unit == null ? "m" : unit) {
            case "d" -> Duration.ofDays(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofMinutes(count);
        };
        fields.require(asked.compareTo(LONGEST) <= 0, "timeout_express", "must be at most 15d");
        return asked;
    }

    private static Duration untilMidnight(Instant now) {
        var today = now.atOffset(Times.BEIJING);
        return Duration.between(today, today.truncatedTo(ChronoUnit.DAYS).plusDays(1));
    }
}
