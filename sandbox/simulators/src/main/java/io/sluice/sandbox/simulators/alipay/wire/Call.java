package io.sluice.sandbox.simulators.alipay.wire;

import io.sluice.sandbox.simulators.http.Answer;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A request whose signature was right.
 *
 * @param content its {@code biz_content}, an object
 */
public record Call(KnownApp app, Parameters parameters, JsonNode content) {

    /** One method of the interface; its answer is what stands within the envelope, or leads a browser on. */
    @FunctionalInterface
    public interface Endpoint {
        Mono<Answer> answer(Call call);
    }
}
