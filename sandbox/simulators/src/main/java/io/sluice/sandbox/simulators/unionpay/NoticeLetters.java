package io.sluice.sandbox.simulators.unionpay;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.callback.CallbackSender.Letter;
import io.sluice.sandbox.simulators.callback.CallbackSender.Letters;
import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Variant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Notices as forms, signed for their merchant; HTTP 200 ends them. */
record NoticeLetters(Map<String, Merchant> merchants) implements Letters {
    private static final int ACCEPTED = 200;

    @Override
    public Letter write(Callback callback) {
        Map<String, String> fields = new LinkedHashMap<>();
        Json.MAPPER.readTree(callback.document()).forEachEntry((name, value) -> fields.put(name, value.stringValue()));
        Merchant merchant = merchants.get(callback.mchid());
        if (merchant == null) {
            throw new IllegalStateException("There is no merchant " + callback.mchid() + " any more");
        }
        String form = merchant.signed(fields, callback.variant() != Variant.PROBE).entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var headers = new DefaultHttpHeaders();
        headers.set("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
        return new Letter(headers, form.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public boolean accepts(int status, String answer) {
        return status == ACCEPTED;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
