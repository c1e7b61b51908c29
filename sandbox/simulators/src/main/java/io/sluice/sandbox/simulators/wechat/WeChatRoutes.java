package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRoutes;

/** Which path leads where. */
record WeChatRoutes(
        Gate gate,
        OrderEndpoints orders,
        RefundEndpoints refunds,
        CertificateEndpoint certificates,
        Control control,
        Threads threads) {

    void addTo(HttpServerRoutes routes) {
        channel(routes);
        control(routes);
        routes.route(
                any -> true,
                gate.before(
                        call -> Mono.just(Answer.error(ErrorCode.RESOURCE_NOT_EXISTS, "There is no such interface"))));
    }

    private void channel(HttpServerRoutes routes) {
        String transactions = "/v3/pay/transactions";
        String refund = "/v3/refund/domestic/refunds";
        routes.post(transactions + "/{type}", gate.before(orders::order))
                .post(transactions + "/out-trade-no/{no}/close", gate.before(orders::close))
                .get(transactions + "/out-trade-no/{no}", gate.before(orders::queryByNumber))
                .get(transactions + "/id/{id}", gate.before(orders::queryByTransaction))
                .post(refund, gate.before(refunds::refund))
                .get(refund + "/{no}", gate.before(refunds::query))
                .get("/v3/certificates", gate.before(certificates::list));
    }

    private void control(HttpServerRoutes routes) {
        routes.get("/_sim/outcomes", ControlGate.before(threads, control::outcomes))
                .get("/_sim/book", ControlGate.before(threads, control::book))
                .get("/_sim/callbacks", ControlGate.before(threads, control::callbacks))
                .get("/_sim/behaviour", ControlGate.before(threads, control::seeBehaviour))
                .post("/_sim/behaviour", ControlGate.before(threads, control::setBehaviour))
                .get("/_sim/faults", ControlGate.before(threads, control::seeFaults))
                .post("/_sim/faults", ControlGate.before(threads, control::setFaults))
                .post("/_sim/rotate", ControlGate.before(threads, control::rotate))
                .get("/_sim/orders/{no}", ControlGate.before(threads, control::order))
                .post("/_sim/orders/{no}/behaviour", ControlGate.before(threads, control::setBehaviour))
                .post("/_sim/orders/{no}/pay", ControlGate.before(threads, control::pay))
                .post("/_sim/orders/{no}/decline", ControlGate.before(threads, control::decline));
    }
}
