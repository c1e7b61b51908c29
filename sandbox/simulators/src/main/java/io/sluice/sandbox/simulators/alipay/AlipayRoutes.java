package io.sluice.sandbox.simulators.alipay;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.alipay.bill.BillEndpoint;
import io.sluice.sandbox.simulators.alipay.model.Outcome;
import io.sluice.sandbox.simulators.alipay.wire.Gate;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.http.ControlRoutes;
import io.sluice.sandbox.simulators.http.FrontPage;
import io.sluice.sandbox.simulators.weather.Weather;
import reactor.netty.http.server.HttpServerRoutes;

/** Which path leads where. */
record AlipayRoutes(
        Gate gate,
        PayPage page,
        BillEndpoint bills,
        Control control,
        Behaviour<Outcome> behaviour,
        Weather weather,
        Threads threads) {

    void addTo(HttpServerRoutes routes) {
        routes.post("/gateway.do", gate.door())
                .get("/gateway.do", gate.door())
                .get("/pay/{token}", page::show)
                .post("/pay/{token}/{act}", page::act)
                .get("/bills/{token}", bills::download);
        new FrontPage(PayPage.TITLE, page::all, control::book, threads).addTo(routes);
        var controls = ControlRoutes.of(routes, threads, behaviour, weather);
        bills.addTo(controls);
        controls.get("/book", control::book)
                .get("/callbacks", control::callbacks)
                .get("/orders/{no}", control::order)
                .post("/orders/{no}/pay", control::pay)
                .post("/orders/{no}/decline", control::decline)
                .post("/orders/{no}/meet", control::meet);
    }
}
