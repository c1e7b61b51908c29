package io.sluice.edge.management;

import static io.sluice.edge.management.OperatorRequest.merchant;
import static io.sluice.edge.management.OperatorRequest.notFound;

import io.sluice.core.channel.ListsBills;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.channel.bill.BillType;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.merchant.Merchants;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.json.JsonAnswer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Channels' bills as lines of JSON, while they come. The last line says what to think of all before it: they are to be believed only when it
 * is {@code {"end":{"lines":N}}}.
 */
final class BillHandlers {

    private static final String ACCOUNT = "channel_account";
    /** So many lines go out together. */
    private static final int TOGETHER = 64;

    private final Merchants merchants;
    private final Channels channels;

    BillHandlers(Merchants merchants, Channels channels) {
        this.merchants = merchants;
        this.channels = channels;
    }

    Mono<ServerResponse> bill(ServerRequest request) {
        ChannelAccountId account = OperatorRequest.id(request, ACCOUNT, ChannelAccountId::parse);
        LocalDate day = day(request);
        BillType type = type(request);
        return merchants
                .account(account)
                .filter(found -> found.merchantId().equals(merchant(request)))
                .switchIfEmpty(Mono.error(() -> notFound(ACCOUNT, account)))
                .flatMap(found -> Mono.justOrEmpty(channels.of(found).bills()))
                .filter(bills -> bills.bills().contains(type))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(
                        404, "bill_not_found", "This channel has no bill of " + type.wireName() + " on any day.")))
                .flatMap(bills -> answer(bills, day, type));
    }

    private static Mono<ServerResponse> answer(ListsBills bills, LocalDate day, BillType type) {
        return ServerResponse.ok()
                .header("Cache-Control", "no-store")
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(text(bills.bill(day, type)), String.class);
    }

    /** What fails before its first line is a problem; what fails later ends with a line that says so. */
    private static Flux<String> text(Flux<BillLine> lines) {
        return Flux.defer(() -> {
            var count = new AtomicLong();
            Flux<String> all = lines.map(line -> text(line, count))
                    .concatWith(Mono.fromSupplier(() -> line(Map.of("end", Map.of("lines", count.get())))));
            return all.onErrorResume(
                            BillException.class,
                            failed -> count.get() == 0 ? Flux.error(problem(failed)) : Flux.just(broken(failed)))
                    .buffer(TOGETHER)
                    .map(together -> String.join("", together));
        });
    }

    private static String text(BillLine line, AtomicLong count) {
        count.incrementAndGet();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("number", line.number());
        document.put("kind", line.kind().wireName());
        document.put("channel_number", line.channelNumber());
        document.put("order_number", line.orderNumber());
        document.put("modification_number", line.modificationNumber());
        document.put("amount", line.amount().minor());
        document.put("currency", line.amount().currency().getCurrencyCode());
        document.put("fee", line.fee() == null ? null : line.fee().minor());
        document.put("settled_at", JsonAnswer.time(line.settledAt()));
        document.put("status", line.status());
        document.put("raw", line.raw());
        return line(document);
    }

    private static String line(Map<String, ? extends @Nullable Object> document) {
        return JsonAnswer.text(document) + '\n';
    }

    private static String broken(BillException failed) {
        return line(Map.of(failed.reason().wireName(), Map.of("detail", String.valueOf(failed.getMessage()))));
    }

    private static ProblemException problem(BillException failed) {
        int status = switch (failed.reason()) {
            case NOT_READY -> 409;
            case NONE -> 404;
            case BROKEN -> 502;
            case UNAVAILABLE -> 503;
        };
        String code = failed.reason() == BillException.Reason.NONE
                ? "bill_not_found"
                : "bill_" + failed.reason().wireName();
        return ProblemException.of(status, code, String.valueOf(failed.getMessage()));
    }

    private static LocalDate day(ServerRequest request) {
        try {
            return LocalDate.parse(request.pathVariable("day"));
        } catch (DateTimeParseException malformed) {
            throw ProblemException.of(404, "bill_not_found", "The path must end with a day, as in 2026-11-20.");
        }
    }

    private static BillType type(ServerRequest request) {
        String type = request.queryParam("type").orElse(BillType.TRADES.wireName());
        return BillType.of(type)
                .orElseThrow(() ->
                        ProblemException.of(404, "bill_not_found", "type must be trades or funds, not " + type + "."));
    }
}
