package io.sluice.sandbox.simulators.paypal;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.sluice.sandbox.simulators.callback.CallbackSender.Letter;
import io.sluice.sandbox.simulators.callback.CallbackSender.Letters;
import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Variant;
import io.sluice.sandbox.simulators.keys.PlatformKey;
import io.sluice.sandbox.simulators.keys.PlatformKeys;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32;

/** Signs webhooks: SHA256withRSA over {@code transmissionId|time|webhookId|crc32(body)}. */
final class WebhookLetters implements Letters {
    private final PlatformKeys keys;
    private final Function<String, String> webhookIdOfPayee;
    private final String certificates;
    private final InstantSource clock;

    /** @param certificates the address below which certificates are found by their serials */
    WebhookLetters(
            PlatformKeys keys, Function<String, String> webhookIdOfPayee, String certificates, InstantSource clock) {
        this.keys = keys;
        this.webhookIdOfPayee = webhookIdOfPayee;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public Letter write(Callback callback) {
        byte[] body = callback.document().getBytes(StandardCharsets.UTF_8);
        PlatformKey key = keys.signing();
        String id = UUID.randomUUID().toString();
        String time = Documents.time(clock.instant());
        var crc = new CRC32();
        crc.update(body);
        String base = id + '|' + time + '|' + webhookIdOfPayee.apply(callback.mchid()) + '|' + crc.getValue();
        String wrong = callback.variant() == Variant.PROBE ? "probe" : "";
        var headers = new DefaultHttpHeaders();
        headers.set("Paypal-Transmission-Id", id)
                .set("Paypal-Transmission-Time", time)
                .set("Paypal-Transmission-Sig", key.sign((base + wrong).getBytes(StandardCharsets.UTF_8)))
                .set("Paypal-Cert-Url", certificates + key.serial())
                .set("Paypal-Auth-Algo", "SHA256withRSA");
        return new Letter(headers, body);
    }
}
