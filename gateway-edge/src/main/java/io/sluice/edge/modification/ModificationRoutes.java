package io.sluice.edge.modification;

import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.modification.ModificationPipeline;
import io.sluice.core.modification.Modifications;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.PublicName;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.routing.rule.model.Feature;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.SwitchedOn;
import io.sluice.edge.http.CanonicalLog;
import io.sluice.edge.http.JsonContent;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.RequestBody;
import io.sluice.edge.payment.Patience;
import io.sluice.edge.payment.PaymentPath;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Capture, void and refund. */
@Configuration(proxyBeanMethods = false)
class ModificationRoutes {

    private final ModificationPipeline pipeline;
    private final Modifications modifications;

    ModificationRoutes(ModificationPipeline pipeline, Modifications modifications) {
        this.pipeline = pipeline;
        this.modifications = modifications;
    }

    @Bean
    RouterFunction<ServerResponse> modificationRouter() {
        return RouterFunctions.route()
                .POST("/v1/refunds", this::refund)
                .POST("/v1/payments/{id}/captures", this::capture)
                .POST("/v1/payments/{id}/void", this::release)
                .POST("/v1/captures/{id}/void", this::undo)
                .build();
    }

    private Mono<ServerResponse> refund(ServerRequest request) {
        Merchant merchant = SwitchedOn.require(AuthenticatedMerchant.of(request), Feature.REFUNDS);
        JsonContent.require(request);
        return answer(request, ModificationRequest.refund(merchant.id(), keys(request), RequestBody.of(request)));
    }

    private Mono<ServerResponse> capture(ServerRequest request) {
        Merchant merchant = SwitchedOn.require(AuthenticatedMerchant.of(request), Feature.CAPTURES);
        byte[] body = bodyIfAny(request);
        return answer(
                request, ModificationRequest.capture(merchant.id(), PaymentPath.id(request), keys(request), body));
    }

    private Mono<ServerResponse> release(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        byte[] body = bodyIfAny(request);
        return answer(
                request, ModificationRequest.release(merchant.id(), PaymentPath.id(request), keys(request), body));
    }

    private Mono<ServerResponse> undo(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        byte[] body = bodyIfAny(request);
        var id = ModificationPath.id(request, PublicName.CAPTURE);
        return modifications
                .find(merchant.id(), id)
                .filter(found -> PublicName.of(found.kind()).equals(PublicName.CAPTURE))
                .switchIfEmpty(Mono.error(() -> ModificationPath.notFound(PublicName.CAPTURE, id)))
                .flatMap((Modification found) -> answer(request, ModificationRequest.undo(found, keys(request), body)));
    }

    private Mono<ServerResponse> answer(ServerRequest request, RequestModification command) {
        CanonicalLog.notePayment(request.exchange(), command.paymentId());
        return pipeline.modify(command, Patience.of(request.headers().header("Prefer")))
                .flatMap(answer -> ModificationResponses.of(command.paymentId(), answer));
    }

    private static List<String> keys(ServerRequest request) {
        return request.headers().header("Idempotency-Key");
    }

    /** @throws ProblemException when there is a body that is not JSON */
    private static byte[] bodyIfAny(ServerRequest request) {
        byte[] body = RequestBody.of(request);
        if (body.length > 0) {
            JsonContent.require(request);
        }
        return body;
    }
}
