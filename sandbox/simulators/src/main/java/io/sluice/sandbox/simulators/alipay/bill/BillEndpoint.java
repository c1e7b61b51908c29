package io.sluice.sandbox.simulators.alipay.bill;

import io.netty.buffer.Unpooled;
import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.alipay.model.SubCode;
import io.sluice.sandbox.simulators.alipay.trade.State;
import io.sluice.sandbox.simulators.alipay.wire.Answers;
import io.sluice.sandbox.simulators.alipay.wire.Call;
import io.sluice.sandbox.simulators.alipay.wire.Fields;
import io.sluice.sandbox.simulators.alipay.wire.Times;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.ControlRequest;
import io.sluice.sandbox.simulators.keys.Nonces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Hands out the addresses of bills, and the bills. */
public final class BillEndpoint {
    private static final LocalTime READY = LocalTime.of(10, 0);
    private static final Duration ADDRESS_LIVES = Duration.ofSeconds(30);

    private final DayLines lines;
    private final String base;
    private final Threads threads;
    private final InstantSource clock;
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private volatile Differences differences = Differences.NONE;
    private volatile boolean atOnce;

    private record Ticket(String sellerId, LocalDate day, Instant until) {}

    /** @param base where this channel is found */
    public BillEndpoint(State state, String base, Threads threads, InstantSource clock) {
        this.lines = new DayLines(state);
        this.base = base;
        this.threads = threads;
        this.clock = clock;
    }

    /** The bill of a day is there from ten o'clock of the next. */
    public Mono<Answer> query(Call call) {
        var fields = new Fields(call.content());
        String type = fields.text("bill_type", 20);
        fields.require(type.equals("trade"), "bill_type", "must be trade");
        Optional<LocalDate> day = day(fields.text("bill_date", 10));
        fields.require(day.isPresent(), "bill_date", "must be a day, as in 2026-11-20");
        return Mono.just(fields.decide(day::orElseThrow)
                .either(asked -> isReady(asked) ? address(call, asked) : absent(), Answers::error));
    }

    private static Answer absent() {
        return Answers.error(SubCode.BILL_NOT_EXIST);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private boolean isReady(LocalDate day) {
        Instant ready = day.plusDays(1).atTime(READY).toInstant(Times.BEIJING);
        return atOnce || !clock.instant().isBefore(ready);
    }

    private Answer address(Call call, LocalDate day) {
        String token = Nonces.next();
        Instant now = clock.instant();
        tickets.values().removeIf(ticket -> now.isAfter(ticket.until()));
        tickets.put(token, new Ticket(call.app().sellerId(), day, now.plus(ADDRESS_LIVES)));
        return Answers.success(Json.MAPPER
                .createObjectNode()
                .put("bill_download_url", base + "/bills/" + token + "?fileType=csv.zip"));
    }

    /** Who has the address gets the bill, while the address lives. */
    public Publisher<Void> download(HttpServerRequest request, HttpServerResponse response) {
        Instant now = clock.instant();
        Ticket ticket = tickets.get(Objects.requireNonNullElse(request.param("token"), ""));
        if (ticket == null || now.isAfter(ticket.until())) {
            return response.sendNotFound();
        }
        return Mono.fromCallable(() -> new BillFile(
                                ticket.sellerId(), ticket.day(), applied(ticket).lines(), now)
                        .zip())
                .subscribeOn(threads.workers())
                .flatMap(zip -> response.header("Content-Type", "application/zip")
                        .header("Content-Length", Integer.toString(zip.length))
                        .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(zip)))
                        .then());
    }

    private Differences.Applied applied(Ticket ticket) {
        return differences.applyTo(lines.of(ticket.sellerId(), ticket.day()));
    }

    /**
     * {@code {"seed": N, "missing": N, "extra": N, "amount": N, "status": N, "at_once": true}}: how bills differ from the
     * book from now on, and whether those of today and yesterday are there already.
     */
    public Mono<Answer> set(ControlRequest request) {
        differences = Differences.read(request.body());
        atOnce = request.body().path("at_once").asBoolean(false);
        return Mono.just(Answer.noContent());
    }

    /** What is wrong with a merchant's bill of a day, {@code ?seller_id=…&day=2026-11-20}. */
    public Mono<Answer> see(ControlRequest request) {
        String seller = request.query().apply("seller_id");
        return Mono.fromCallable(() -> day(request.query().apply("day"))
                .map(day -> applied(new Ticket(seller, day, Instant.MAX)).differences())
                .map(found -> Answer.ok(Json.MAPPER.valueToTree(Map.of("differences", List.copyOf(found)))))
                .orElseGet(() -> Answer.problem(400, "PARAM_ERROR", "'day' must be a day, as in 2026-11-20")));
    }
}
