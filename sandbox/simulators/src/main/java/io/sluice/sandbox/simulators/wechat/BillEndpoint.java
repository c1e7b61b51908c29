package io.sluice.sandbox.simulators.wechat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.bill.BillDesk;
import io.sluice.sandbox.simulators.bill.FileFlow;
import io.sluice.sandbox.simulators.bill.FileFlow.Step;
import io.sluice.sandbox.simulators.bill.Tickets;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.ControlRoutes;
import io.sluice.sandbox.simulators.model.Decision.Granted;
import io.sluice.sandbox.simulators.model.Decision.Refused;
import io.sluice.sandbox.simulators.wechat.bill.BillLine;
import io.sluice.sandbox.simulators.wechat.bill.FundTable;
import io.sluice.sandbox.simulators.wechat.bill.Table;
import io.sluice.sandbox.simulators.wechat.bill.TradeTable;
import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import io.sluice.sandbox.simulators.wechat.wire.Answers;
import io.sluice.sandbox.simulators.wechat.wire.Endpoint;
import io.sluice.sandbox.simulators.wechat.wire.KnownMerchant;
import io.sluice.sandbox.simulators.wechat.wire.RequestCheck;
import io.sluice.sandbox.simulators.wechat.wire.SignedRequest;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Hands out the addresses of bills with their hashes, and the bills to who asks with a signature. */
final class BillEndpoint {
    private static final Duration ADDRESS_LIVES = Duration.ofMinutes(5);

    private final BillDesk<BillLine> desk;
    private final Tickets<Bill> tickets;
    private final RequestCheck check;
    private final String base;
    private final Threads threads;

    /** Its lines are those of when it was asked for, or its hash would be another's. */
    private record Bill(String mchid, Table table, List<BillLine> lines, boolean zipped) {
        Stream<byte[]> text() {
            return table.lines(lines).map(line -> line.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** @param base where this channel is found */
    BillEndpoint(State state, RequestCheck check, String base, Threads threads, InstantSource clock) {
        this.desk = new BillDesk<>(new DayLines(state)::of, "mchid", clock);
        this.tickets = new Tickets<>(ADDRESS_LIVES, clock);
        this.check = check;
        this.base = base;
        this.threads = threads;
    }

    Mono<Answer> trades(Endpoint.Call call) {
        String type = call.query("bill_type");
        return type.isEmpty() || type.equals("ALL")
                ? address(call, new TradeTable())
                : refused(ErrorCode.PARAM_ERROR, "bill_type must be ALL");
    }

    Mono<Answer> funds(Endpoint.Call call) {
        String account = call.query("account_type");
        return account.isEmpty() || account.equals("BASIC")
                ? address(call, new FundTable())
                : refused(ErrorCode.PARAM_ERROR, "account_type must be BASIC");
    }

    private static Mono<Answer> refused(ErrorCode code, String message) {
        return Mono.just(Answers.error(code, message));
    }

    private Mono<Answer> address(Endpoint.Call call, Table table) {
        Optional<LocalDate> day = BillDesk.day(call.query("bill_date"));
        if (day.isEmpty()) {
            return refused(ErrorCode.PARAM_ERROR, "bill_date must be a day, as in 2026-11-20");
        }
        if (!desk.isReady(day.get())) {
            return refused(ErrorCode.STATEMENT_CREATING, "The bill is made until ten o'clock of the next day");
        }
        List<BillLine> lines = desk.lines(call.merchant().mchid(), day.get());
        return lines.isEmpty()
                ? refused(ErrorCode.NO_STATEMENT_EXIST, "There was no trade on that day")
                : Mono.fromCallable(() -> address(new Bill(
                                call.merchant().mchid(),
                                table,
                                lines,
                                call.query("tar_type").equals("GZIP"))))
                        .subscribeOn(threads.workers());
    }

    private Answer address(Bill bill) {
        return Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("hash_type", "SHA1")
                .put("hash_value", sha1(bill))
                .put("download_url", base + "/v3/billdownload/file?token=" + tickets.issue(bill)));
    }

    /** Of the table, whether it will be compressed or not. */
    private String sha1(Bill bill) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            bill.text().forEach(digest::update);
            if (desk.lies()) {
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-1", impossible);
        }
    }

    /** The request must be signed; the answer is not. */
    Publisher<Void> download(HttpServerRequest request, HttpServerResponse response) {
        var signed = new SignedRequest(request.method().name(), request.uri(), new byte[0]);
        String authorization = request.requestHeaders().get("Authorization");
        return Mono.fromCallable(() -> check.check(authorization, signed))
                .subscribeOn(threads.workers())
                .flatMap(decision -> switch (decision) {
                    case Granted<KnownMerchant, Refusal>(KnownMerchant merchant) ->
                        bill(request, merchant)
                                .map(bill -> send(bill, response))
                                .orElseGet(() -> response.sendNotFound().then());
                    case Refused<KnownMerchant, Refusal> _ ->
                        response.status(401).send().then();
                });
    }

    private Optional<Bill> bill(HttpServerRequest request, KnownMerchant merchant) {
        var tokens = new QueryStringDecoder(request.uri()).parameters().getOrDefault("token", List.of(""));
        return tickets.at(tokens.getFirst()).filter(bill -> bill.mchid().equals(merchant.mchid()));
    }

    private Mono<Void> send(Bill bill, HttpServerResponse response) {
        Stream<Step<OutputStream>> steps = bill.text().map(line -> out -> out.write(line));
        Flux<byte[]> file = FileFlow.of(memory -> bill.zipped() ? new GZIPOutputStream(memory) : memory, steps);
        return response.header("Content-Type", bill.zipped() ? "application/gzip" : "text/plain; charset=utf-8")
                .send(desk.delivered(file).subscribeOn(threads.workers()).map(Unpooled::wrappedBuffer))
                .then();
    }

    void addTo(ControlRoutes routes) {
        desk.addTo(routes);
    }
}
