package io.sluice.channels.unionpay;

import io.sluice.channels.unionpay.model.BindingPolicy;
import io.sluice.channels.unionpay.model.BindingRequests;
import io.sluice.channels.unionpay.model.Requests;
import io.sluice.channels.unionpay.model.SensitiveCipher;
import io.sluice.core.channel.AgreementOrder;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.AgreementOutcome.NotSent;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.SmsCode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Cards bound to names of ours; only for accounts that can encrypt their numbers. */
final class Bindings {

    private static final NotSent NOT_OFFERED = new NotSent(
            Fault.ORDER,
            "agreements_not_offered",
            "the account has no encryption_certificate, so no card number is sent");

    private final AcpApi api;
    private final String merchantId;
    private final @Nullable BindingRequests requests;

    Bindings(AcpApi api, Requests requests, @Nullable SensitiveCipher cipher) {
        this.api = api;
        this.merchantId = requests.merchantId();
        this.requests = cipher == null ? null : new BindingRequests(requests, cipher);
    }

    boolean areOffered() {
        return requests != null;
    }

    Mono<AgreementOutcome> sendCode(AgreementOrder order) {
        return offered(known -> api.back(known.sms(order)).map(reply -> BindingPolicy.sent(reply, order, merchantId)));
    }

    /** A number that was sent before is not done twice: UnionPay says so, and is asked what became of it. */
    Mono<AgreementOutcome> bind(AgreementOrder order, SmsCode code) {
        return offered(known -> api.back(known.bind(order, code))
                .flatMap(reply -> BindingPolicy.isRepeated(reply)
                        ? inquire(new AgreementReference(order.number(), order.agreement(), null))
                        : Mono.just(BindingPolicy.bound(reply, order, merchantId))));
    }

    Mono<AgreementOutcome> unbind(AgreementReference agreement) {
        return offered(known ->
                api.back(known.unbind(agreement)).map(reply -> BindingPolicy.unbound(reply, agreement, merchantId)));
    }

    Mono<AgreementOutcome> inquire(AgreementReference agreement) {
        return offered(known ->
                api.back(known.query(agreement)).map(reply -> BindingPolicy.inquired(reply, agreement, merchantId)));
    }

    private Mono<AgreementOutcome> offered(Function<BindingRequests, Mono<AgreementOutcome>> call) {
        BindingRequests known = requests;
        return known == null ? Mono.just(NOT_OFFERED) : Mono.defer(() -> call.apply(known));
    }
}
