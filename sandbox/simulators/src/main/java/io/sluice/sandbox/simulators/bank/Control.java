package io.sluice.sandbox.simulators.bank;

import io.sluice.sandbox.simulators.bank.book.Book;
import io.sluice.sandbox.simulators.bank.book.BookView;
import io.sluice.sandbox.simulators.bank.net.BankServer;
import io.sluice.sandbox.simulators.bank.net.Traffic;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.ControlRequest;
import io.sluice.sandbox.simulators.http.ControlRoutes;
import reactor.core.publisher.Mono;

/** What people and tests do to the host, under {@code /_sim}. */
record Control(Book book, BankServer bank, Traffic traffic) {

    void addTo(ControlRoutes routes) {
        routes.get("/book", this::view).get("/traffic", traffic::see).post("/sign-off", this::signOff);
    }

    private Mono<Answer> view(ControlRequest request) {
        return Mono.fromCallable(() -> Answer.ok(BookView.of(book.all())));
    }

    /** All terminals must sign on again. */
    private Mono<Answer> signOff(ControlRequest request) {
        bank.signOff();
        return Mono.just(Answer.noContent());
    }
}
