package io.sluice.sandbox.simulators.wechat.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The five fields of the Authorization header {@code WECHATPAY2-SHA256-RSA2048 mchid="…",…}. */
record Authorization(String mchid, String nonce, String timestamp, String serial, String signature) {
    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Pattern FIELD = Pattern.compile("\\s*([a-z_]+)=\"([^\"]*)\"\\s*(,|$)");
    private static final Set<String> FIELDS = Set.of("mchid", "nonce_str", "timestamp", "serial_no", "signature");

    /** Empty unless each field stands there exactly once and nothing else does. */
    static Optional<Authorization> parse(@Nullable String header) {
        if (header == null || !header.startsWith(SCHEME)) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(header).region(SCHEME.length(), header.length());
        while (field.lookingAt()) {
            if (fields.put(field.group(1), field.group(2)) != null) {
                return Optional.empty();
            }
            field.region(field.end(), header.length());
        }
        return field.regionStart() == header.length() && fields.keySet().equals(FIELDS)
                ? Optional.of(of(fields))
                : Optional.empty();
    }

    private static Authorization of(Map<String, String> fields) {
        return new Authorization(
                fields.getOrDefault("mchid", ""),
                fields.getOrDefault("nonce_str", ""),
                fields.getOrDefault("timestamp", ""),
                fields.getOrDefault("serial_no", ""),
                fields.getOrDefault("signature", ""));
    }
}
