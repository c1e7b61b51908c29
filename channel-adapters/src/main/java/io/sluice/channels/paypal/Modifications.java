package io.sluice.channels.paypal;

import io.sluice.channels.model.Reply;
import io.sluice.channels.paypal.model.ModificationPolicy;
import io.sluice.channels.paypal.model.Movement;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Captures and voids of authorizations, and refunds of captures. Asking what became of one repeats it. */
final class Modifications {

    private static final String AUTHORIZATIONS = "/v2/payments/authorizations/";
    private static final String CAPTURES = "/v2/payments/captures/";

    private final PayPalAccount account;
    private final PayPalApi api;

    Modifications(PayPalAccount account, PayPalApi api) {
        this.account = account;
        this.api = api;
    }

    Mono<ModificationOutcome> capture(ModificationOrder order) {
        return to(order, id -> capture(order, id).map(reply -> requested(reply, order)));
    }

    Mono<ModificationOutcome> inquireCapture(ModificationOrder order) {
        return to(order, id -> capture(order, id).map(reply -> inquired(reply, order)));
    }

    private Mono<Reply<Movement>> capture(ModificationOrder order, String id) {
        return api.post(
                AUTHORIZATIONS + id + "/capture", order.number(), Documents.capture(order), Documents::movement);
    }

    Mono<ModificationOutcome> refund(ModificationOrder order) {
        return to(order, id -> refund(order, id).map(reply -> requested(reply, order)));
    }

    Mono<ModificationOutcome> inquireRefund(ModificationOrder order) {
        return to(order, id -> refund(order, id).map(reply -> inquired(reply, order)));
    }

    private Mono<Reply<Movement>> refund(ModificationOrder order, String id) {
        return api.post(CAPTURES + id + "/refund", order.number(), Documents.refund(order), Documents::movement);
    }

    private ModificationOutcome requested(Reply<Movement> reply, ModificationOrder order) {
        return ModificationPolicy.requested(reply, order, account.merchantId());
    }

    private ModificationOutcome inquired(Reply<Movement> reply, ModificationOrder order) {
        return ModificationPolicy.inquired(reply, order, account.merchantId());
    }

    Mono<ModificationOutcome> release(ModificationOrder order) {
        return to(
                order,
                id -> api.post(AUTHORIZATIONS + id + "/void", order.number(), "", nothing -> id)
                        .map(reply -> ModificationPolicy.released(reply, order, id)));
    }

    /** PayPal knows what is to be modified by its own id only. */
    private static Mono<ModificationOutcome> to(
            ModificationOrder order, Function<String, Mono<ModificationOutcome>> call) {
        String id = order.reference();
        return id == null
                ? Mono.just(new NotSent(
                        Fault.ORDER, "reference_unknown", "PayPal's id of what is to be modified is not known"))
                : call.apply(id);
    }
}
