package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.keys.PlatformKey;
import io.sluice.sandbox.simulators.keys.PlatformKeys;
import io.sluice.sandbox.simulators.wechat.wire.Documents;
import io.sluice.sandbox.simulators.wechat.wire.Endpoint;
import io.sluice.sandbox.simulators.wechat.wire.Envelope;
import reactor.core.publisher.Mono;

/** Hands out the channel's certificates, each encrypted for the merchant who asks. */
final class CertificateEndpoint {
    private final PlatformKeys keys;

    CertificateEndpoint(PlatformKeys keys) {
        this.keys = keys;
    }

    Mono<Answer> list(Endpoint.Call call) {
        var answer = Json.MAPPER.createObjectNode();
        var data = answer.putArray("data");
        for (PlatformKey key : keys.valid()) {
            var sealed = call.merchant().cipher().seal(key.certificatePem(), "certificate");
            data.addObject()
                    .put("serial_no", key.serial())
                    .put("effective_time", Documents.time(key.from()))
                    .put("expire_time", Documents.time(key.until()))
                    .set("encrypt_certificate", Envelope.resource(sealed));
        }
        return Mono.just(Answer.ok(answer));
    }
}
