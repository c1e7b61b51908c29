package io.sluice.sandbox.simulators.alipay.notify;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.alipay.wire.Forms;
import io.sluice.sandbox.simulators.alipay.wire.Seal;
import io.sluice.sandbox.simulators.alipay.wire.Times;
import io.sluice.sandbox.simulators.callback.CallbackSender.Letter;
import io.sluice.sandbox.simulators.callback.CallbackSender.Letters;
import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Variant;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes notifies as signed forms, and takes no answer but the bare word {@code success}. */
public final class NotifyLetters implements Letters {
    private final Seal seal;
    private final InstantSource clock;

    public NotifyLetters(Seal seal, InstantSource clock) {
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public Letter write(Callback callback) {
        var fields = new TreeMap<String, String>();
        Json.MAPPER
                .readTree(callback.document())
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString("")));
        fields.put("notify_time", Times.write(clock.instant()));
        SortedMap<String, String> signed = seal.signed(fields);
        if (callback.variant() == Variant.PROBE) {
            signed.put("total_amount", signed.get("total_amount") + "0");
        }
        var headers = new DefaultHttpHeaders();
        headers.set("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        return new Letter(headers, Forms.write(signed).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public boolean accepts(int status, String answer) {
        return status == 200 && answer.strip().equals("success");
    }
}
