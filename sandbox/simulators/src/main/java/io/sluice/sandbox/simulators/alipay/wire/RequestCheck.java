package io.sluice.sandbox.simulators.alipay.wire;

import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.SubCode;
import io.sluice.sandbox.simulators.model.Decision;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Decides who sent a request: all that every request must have, and the signature over it. */
final class RequestCheck {
    private static final Duration MAX_SKEW = Duration.ofMinutes(10);
    private static final Map<String, SubCode> REQUIRED = required();

    private final Map<String, KnownApp> apps;
    private final InstantSource clock;

    RequestCheck(Map<String, KnownApp> apps, InstantSource clock) {
        this.apps = apps;
        this.clock = clock;
    }

    private static Map<String, SubCode> required() {
        var required = new LinkedHashMap<String, SubCode>();
        required.put("app_id", SubCode.MISSING_APP_ID);
        required.put("sign", SubCode.MISSING_SIGNATURE);
        required.put("sign_type", SubCode.MISSING_SIGNATURE_TYPE);
        required.put("timestamp", SubCode.MISSING_TIMESTAMP);
        required.put("version", SubCode.MISSING_VERSION);
        return required;
    }

    Decision<KnownApp, Refusal> check(Parameters parameters) {
        KnownApp app = apps.get(parameters.get("app_id"));
        Optional<SubCode> wrong = missing(parameters).or(() -> wrong(parameters));
        if (wrong.isPresent()) {
            return Refusal.refuse(wrong.get());
        }
        if (app == null) {
            return Refusal.refuse(SubCode.INVALID_APP_ID);
        }
        byte[] message = parameters.signed().getBytes(StandardCharsets.UTF_8);
        return app.key().verifies(message, parameters.get("sign"))
                ? Decision.granted(app)
                : Refusal.refuse(SubCode.INVALID_SIGNATURE);
    }

    private static Optional<SubCode> missing(Parameters parameters) {
        return REQUIRED.entrySet().stream()
                .filter(one -> parameters.get(one.getKey()).isEmpty())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Optional<SubCode> wrong(Parameters parameters) {
        if (!parameters.get("sign_type").equals("RSA2")) {
            return Optional.of(SubCode.INVALID_SIGNATURE_TYPE);
        }
        if (!parameters.get("version").equals("1.0")) {
            return Optional.of(SubCode.MISSING_VERSION);
        }
        String format = parameters.get("format");
        if (!format.isEmpty() && !format.equalsIgnoreCase("json")) {
            return Optional.of(SubCode.INVALID_FORMAT);
        }
        String charset = parameters.get("charset");
        if (!charset.isEmpty() && !charset.equalsIgnoreCase("utf-8")) {
            return Optional.of(SubCode.INVALID_CHARSET);
        }
        return timely(parameters.get("timestamp")) ? Optional.empty() : Optional.of(SubCode.INVALID_TIMESTAMP);
    }

    private boolean timely(String timestamp) {
        try {
            Duration skew = Duration.between(Times.read(timestamp), clock.instant());
            return skew.abs().compareTo(MAX_SKEW) <= 0;
        } catch (DateTimeException malformed) {
            return false;
        }
    }
}
