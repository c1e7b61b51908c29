package io.sluice.edge.authentication;

import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.authentication.Admission.AdmissionRequest;
import io.sluice.edge.authentication.MerchantKeys.UsableKey;
import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.RequestBody;
import io.sluice.edge.http.RequestStep;
import io.sluice.edge.http.RequestTarget;
import io.sluice.edge.signature.model.FieldValues;
import io.sluice.edge.signature.model.PendingSignature;
import io.sluice.edge.signature.model.Reading;
import io.sluice.edge.signature.model.RefusalCode;
import io.sluice.edge.signature.model.RequestToVerify;
import io.sluice.edge.signature.model.SignaturePolicy;
import io.sluice.edge.signature.model.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Proves who is asking, that they have not asked just this before, and that they may ask now. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
final class AuthenticationFilter implements RequestStep {

    private final MerchantKeys keys;
    private final Merchants merchants;
    private final Admission admission;
    private final EventTickets tickets;
    private final Clock clock;
    private final String scheme;

    AuthenticationFilter(
            MerchantKeys keys,
            Merchants merchants,
            Admission admission,
            EventTickets tickets,
            Clock clock,
            @Value("${sluice.edge.scheme}") String scheme) {
        this.keys = keys;
        this.merchants = merchants;
        this.admission = admission;
        this.tickets = tickets;
        this.clock = clock;
        this.scheme = scheme;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        RequestTarget target = RequestTarget.of(exchange);
        if (!target.path().startsWith("/v1/")) {
            return chain.filter(exchange);
        }
        Mono<AuthenticatedMerchant> proven = tickets.isPresentedWith(exchange)
                ? tickets.redeem(exchange)
                : RequestBody.read(exchange).flatMap(body -> authenticate(exchange, target, body));
        return proven.doOnNext(merchant -> merchant.attachTo(exchange))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("neither proven nor refused")))
                .onTerminateDetach()
                .flatMap(merchant -> chain.filter(exchange));
    }

    private Mono<AuthenticatedMerchant> authenticate(ServerWebExchange exchange, RequestTarget target, byte[] body) {
        Reading reading = SignaturePolicy.MERCHANT.read(toVerify(exchange, target, body));
        return switch (reading) {
            case Verdict.Refused refused -> Mono.error(refused(refused, false));
            case PendingSignature pending ->
                keys.find(pending.keyId())
                        .filter(key -> key.registered().validAt(clock.instant()))
                        .switchIfEmpty(Mono.error(() -> refused(pending.keyUnknown(), false)))
                        .flatMap(key -> verify(exchange, pending, key));
        };
    }

    private Mono<AuthenticatedMerchant> verify(ServerWebExchange exchange, PendingSignature pending, UsableKey key) {
        return merchants.find(key.registered().merchantId()).flatMap(merchant -> switch (pending.verify(
                key.key(), clock.instant())) {
            case Verdict.Verified verified ->
                merchant.active()
                        ? admit(exchange, merchant, key, verified)
                        : Mono.error(ProblemException.of(
                                403, "merchant_inactive", "This merchant may make no calls; ask the operator."));
            case Verdict.Refused refused -> Mono.error(refused(refused, merchant.testMode()));
        });
    }

    private Mono<AuthenticatedMerchant> admit(
            ServerWebExchange exchange, Merchant merchant, UsableKey key, Verdict.Verified verified) {
        AdmissionRequest request = new AdmissionRequest(
                merchant.id().toString(),
                verified.keyId(),
                verified.nonce(),
                merchant.rateLimit(),
                key.registered().rateLimit(),
                remaining(verified.created()));
        return admission.admit(request).flatMap(decision -> {
            RateLimitHeaders.write(exchange.getResponse().getHeaders(), request, decision);
            return switch (decision) {
                case AdmissionDecision.Admitted admitted ->
                    Mono.just(new AuthenticatedMerchant(merchant, verified.keyId()));
                case AdmissionDecision.Limited limited -> Mono.error(limited(limited));
                case AdmissionDecision.Replayed replayed ->
                    Mono.error(ProblemException.of(
                            401,
                            "signature_replayed",
                            "This signature was used before; sign every request anew, with a new nonce."));
            };
        });
    }

    /** For as long as the signature would still be fresh, and a little longer, for it was judged a moment ago. */
    private Duration remaining(Instant created) {
        Duration fresh = Duration.between(clock.instant(), created.plus(SignaturePolicy.MERCHANT.maxSkew()));
        return (fresh.isNegative() ? Duration.ZERO : fresh).plusSeconds(1);
    }

    private RequestToVerify toVerify(ServerWebExchange exchange, RequestTarget target, byte[] body) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        FieldValues fields = headers::getOrEmpty;
        String method = exchange.getRequest().getMethod().name();
        return new RequestToVerify(method, scheme, target.host(), target.path(), target.query(), fields, body);
    }

    private static ProblemException refused(Verdict.Refused refused, boolean testMode) {
        boolean digest = refused.code() == RefusalCode.DIGEST_MISMATCH
                || refused.code() == RefusalCode.DIGEST_MALFORMED
                || refused.code() == RefusalCode.DIGEST_UNSUPPORTED;
        Problem problem = Problem.of(digest ? 400 : 401, refused.code().wireName(), refused.message());
        return new ProblemException(testMode ? problem.expecting(refused.expectedSignatureBase()) : problem);
    }

    private static ProblemException limited(AdmissionDecision.Limited limited) {
        int seconds = (int) Math.max(1, Math.ceilDiv(limited.retryAfter().toMillis(), 1000));
        return new ProblemException(
                Problem.of(429, "rate_limited", "Too many requests; wait " + seconds + " s, see the RateLimit fields.")
                        .retryAfter(seconds));
    }
}
