package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.http.ControlRoutes;
import io.sluice.sandbox.simulators.http.FrontPage;
import io.sluice.sandbox.simulators.keys.PlatformKey;
import io.sluice.sandbox.simulators.keys.PlatformKeys;
import io.sluice.sandbox.simulators.paypal.model.Issue;
import io.sluice.sandbox.simulators.paypal.model.Outcome;
import io.sluice.sandbox.simulators.weather.Weather;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/** Which path leads where. */
record PayPalRoutes(
        Gate gate,
        OrderEndpoints orders,
        PaymentEndpoints payments,
        ApprovePage page,
        PlatformKeys keys,
        Control control,
        Tokens tokens,
        Behaviour<Outcome> behaviour,
        Weather weather,
        Threads threads) {

    static final String CERTIFICATES = "/v1/notifications/certs/";

    void addTo(HttpServerRoutes routes) {
        channel(routes);
        payer(routes);
        new FrontPage(ApprovePage.TITLE, page::all, control::book, threads).addTo(routes);
        control(routes);
        routes.route(any -> true, gate.before(call -> Mono.just(Answers.error(Issue.INVALID_RESOURCE_ID))));
    }

    private void channel(HttpServerRoutes routes) {
        String order = "/v2/checkout/orders";
        String authorization = "/v2/payments/authorizations/{id}";
        String capture = "/v2/payments/captures/{id}";
        routes.post("/v1/oauth2/token", gate.tokens())
                .post(order, gate.before(orders::create))
                .get(order + "/{id}", gate.before(orders::query))
                .post(order + "/{id}/capture", gate.before(orders::capture))
                .post(order + "/{id}/authorize", gate.before(orders::authorize))
                .get(authorization, gate.before(payments::authorization))
                .post(authorization + "/capture", gate.before(payments::captureAuthorization))
                .post(authorization + "/void", gate.before(payments::voidAuthorization))
                .get(capture, gate.before(payments::capture))
                .post(capture + "/refund", gate.before(payments::refundCapture))
                .get("/v2/payments/refunds/{id}", gate.before(payments::refund));
    }

    private void payer(HttpServerRoutes routes) {
        routes.get("/checkoutnow", page::show)
                .post("/checkoutnow/{id}/{act}", page::act)
                .get(CERTIFICATES + "{serial}", this::certificate);
    }

    private Publisher<Void> certificate(HttpServerRequest request, HttpServerResponse response) {
        Optional<PlatformKey> key = keys.valid().stream()
                .filter(one -> one.serial().equals(request.param("serial")))
                .findFirst();
        return key.map(one -> response.header("Content-Type", "text/plain")
                        .sendString(Mono.just(one.certificatePem()))
                        .then())
                .orElseGet(response::sendNotFound);
    }

    private void control(HttpServerRoutes routes) {
        ControlRoutes.of(routes, threads, behaviour, weather)
                .get("/book", control::book)
                .get("/callbacks", control::callbacks)
                .get("/tokens", tokens::see)
                .post("/tokens", tokens::set)
                .post("/webhook", control::register)
                .get("/orders/{no}", control::order)
                .post("/orders/{no}/pay", control::pay)
                .post("/orders/{no}/decline", control::decline);
    }
}
