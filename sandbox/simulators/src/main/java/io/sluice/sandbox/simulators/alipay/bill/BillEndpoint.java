package io.sluice.sandbox.simulators.alipay.bill;

import io.netty.buffer.Unpooled;
import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.alipay.model.SubCode;
import io.sluice.sandbox.simulators.alipay.trade.State;
import io.sluice.sandbox.simulators.alipay.wire.Answers;
import io.sluice.sandbox.simulators.alipay.wire.Call;
import io.sluice.sandbox.simulators.alipay.wire.Fields;
import io.sluice.sandbox.simulators.bill.BillDesk;
import io.sluice.sandbox.simulators.bill.Tickets;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.ControlRoutes;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Hands out the addresses of bills, and the bills. */
public final class BillEndpoint {
    private static final Duration ADDRESS_LIVES = Duration.ofSeconds(30);

    private final BillDesk<BillLine> desk;
    private final Tickets<Bill> tickets;
    private final String base;
    private final Threads threads;
    private final InstantSource clock;

    private record Bill(String sellerId, LocalDate day) {}

    /** @param base where this channel is found */
    public BillEndpoint(State state, String base, Threads threads, InstantSource clock) {
        this.desk = new BillDesk<>(new DayLines(state)::of, "seller_id", clock);
        this.tickets = new Tickets<>(ADDRESS_LIVES, clock);
        this.base = base;
        this.threads = threads;
        this.clock = clock;
    }

    /** The bill of a day is there from ten o'clock of the next. */
    public Mono<Answer> query(Call call) {
        var fields = new Fields(call.content());
        String type = fields.text("bill_type", 20);
        fields.require(type.equals("trade"), "bill_type", "must be trade");
        Optional<LocalDate> day = BillDesk.day(fields.text("bill_date", 10));
        fields.require(day.isPresent(), "bill_date", "must be a day, as in 2026-11-20");
        return Mono.just(fields.decide(day::orElseThrow)
                .either(asked -> desk.isReady(asked) ? address(call, asked) : absent(), Answers::error));
    }

    private static Answer absent() {
        return Answers.error(SubCode.BILL_NOT_EXIST);
    }

    private Answer address(Call call, LocalDate day) {
        String token = tickets.issue(new Bill(call.app().sellerId(), day));
        return Answers.success(Json.MAPPER
                .createObjectNode()
                .put("bill_download_url", base + "/bills/" + token + "?fileType=csv.zip"));
    }

    /** Who has the address gets the bill, while the address lives. */
    public Publisher<Void> download(HttpServerRequest request, HttpServerResponse response) {
        return tickets.at(Objects.requireNonNullElse(request.param("token"), ""))
                .<Publisher<Void>>map(bill -> response.header("Content-Type", "application/zip")
                        .send(file(bill).map(Unpooled::wrappedBuffer)))
                .orElseGet(response::sendNotFound);
    }

    private Flux<byte[]> file(Bill bill) {
        return Flux.defer(() -> new BillFile(
                                bill.sellerId(),
                                bill.day(),
                                desk.lines(bill.sellerId(), bill.day()),
                                desk.lies() ? 1 : 0,
                                clock.instant())
                        .zip())
                .transform(desk::delivered)
                .subscribeOn(threads.workers());
    }

    public void addTo(ControlRoutes routes) {
        desk.addTo(routes);
    }
}
