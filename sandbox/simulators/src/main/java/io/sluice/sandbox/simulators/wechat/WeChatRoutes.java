package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.http.ControlRoutes;
import io.sluice.sandbox.simulators.http.FrontPage;
import io.sluice.sandbox.simulators.weather.Weather;
import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import io.sluice.sandbox.simulators.wechat.model.Outcome;
import io.sluice.sandbox.simulators.wechat.wire.Answers;
import io.sluice.sandbox.simulators.wechat.wire.Gate;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRoutes;

/** Which path leads where. */
record WeChatRoutes(
        Gate gate,
        OrderEndpoints orders,
        RefundEndpoints refunds,
        CertificateEndpoint certificates,
        BillEndpoint bills,
        PayPage page,
        Control control,
        Behaviour<Outcome> behaviour,
        Weather weather,
        Threads threads) {

    void addTo(HttpServerRoutes routes) {
        channel(routes);
        page.addTo(routes);
        new FrontPage(PayPage.TITLE, page::all, control::book, threads).addTo(routes);
        control(routes);
        routes.route(
                any -> true,
                gate.before(
                        call -> Mono.just(Answers.error(ErrorCode.RESOURCE_NOT_EXISTS, "There is no such interface"))));
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
                .get("/v3/certificates", gate.before(certificates::list))
                .get("/v3/bill/tradebill", gate.before(bills::trades))
                .get("/v3/bill/fundflowbill", gate.before(bills::funds))
                .get("/v3/billdownload/file", bills::download);
    }

    private void control(HttpServerRoutes routes) {
        var controls = ControlRoutes.of(routes, threads, behaviour, weather);
        bills.addTo(controls);
        controls.get("/book", control::book)
                .get("/callbacks", control::callbacks)
                .post("/rotate", control::rotate)
                .get("/orders/{no}", control::order)
                .post("/orders/{no}/pay", control::pay)
                .post("/orders/{no}/decline", control::decline);
    }
}
