package io.sluice.sandbox.simulators.unionpay;

import io.netty.buffer.Unpooled;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.bill.BillDesk;
import io.sluice.sandbox.simulators.http.ControlRoutes;
import io.sluice.sandbox.simulators.unionpay.bill.BillLine;
import io.sluice.sandbox.simulators.unionpay.bill.DayLines;
import io.sluice.sandbox.simulators.unionpay.bill.ZmFile;
import io.sluice.sandbox.simulators.unionpay.book.Book;
import io.sluice.sandbox.simulators.unionpay.keys.SignMethod;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Gives merchants the files of their clearing days (76), in an answer that is signed while it is written. */
final class FileEndpoint {
    private static final String CONTENT = "fileContent";
    private static final ZoneOffset BEIJING = BillDesk.BEIJING;

    private final RequestCheck check;
    private final BillDesk<BillLine> desk;
    private final Threads threads;
    private final InstantSource clock;

    FileEndpoint(RequestCheck check, Book book, Threads threads, InstantSource clock) {
        this.check = check;
        this.desk = new BillDesk<>(new DayLines(book)::of, "merId", clock);
        this.threads = threads;
        this.clock = clock;
    }

    Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        Flux<byte[]> answer = request.receive()
                .aggregate()
                .asByteArray()
                .publishOn(threads.workers())
                .flatMapMany(body -> answer(RequestCheck.read(body)));
        return response.send(desk.delivered(answer).map(Unpooled::wrappedBuffer));
    }

    private Flux<byte[]> answer(@Nullable Message message) {
        Merchant merchant = message == null ? null : check.merchants().get(message.text("merId"));
        if (message == null || merchant == null) {
            return Flux.just("Invalid request.".getBytes(StandardCharsets.UTF_8));
        }
        Refusal wrong = RequestCheck.signature(message, merchant);
        Optional<LocalDate> day = day(message.text("settleDate"));
        if (wrong == null && (day.isEmpty() || !message.text("txnType").equals("76"))) {
            wrong = new Refusal(ResponseCode.MALFORMED, "settleDate or txnType");
        }
        if (wrong == null && day.isPresent()) {
            var file = new ZmFile(day.get(), merchant.merId(), desk.lines(merchant.merId(), day.get()));
            wrong = desk.isReady(day.get()) && !file.lines().isEmpty() ? null : Refusal.of(ResponseCode.NO_FILE);
            if (wrong == null) {
                return signed(merchant, fields(message, Refusal.of(ResponseCode.SUCCESS), file.name()), file);
            }
        }
        var refused = fields(message, wrong == null ? Refusal.of(ResponseCode.MALFORMED) : wrong, "");
        return Flux.just(text(merchant.signed(refused, true)).getBytes(StandardCharsets.UTF_8));
    }

    /** The newest day of that name that is not to come. */
    private Optional<LocalDate> day(String monthAndDay) {
        LocalDate today = clock.instant().atOffset(BEIJING).toLocalDate();
        return monthAndDay.matches("[0-9]{4}")
                ? BillDesk.day(today.getYear() + "-" + monthAndDay.substring(0, 2) + "-" + monthAndDay.substring(2))
                        .map(day -> day.isAfter(today) ? day.minusYears(1) : day)
                : Optional.empty();
    }

    private static Map<String, String> fields(Message message, Refusal word, String fileName) {
        Map<String, String> fields = new TreeMap<>();
        for (String repeated : new String[] {
            "version",
            "encoding",
            "txnType",
            "txnSubType",
            "bizType",
            "accessType",
            "merId",
            "settleDate",
            "txnTime",
            "fileType"
        }) {
            fields.put(repeated, message.text(repeated));
        }
        fields.put("respCode", word.code().code());
        fields.put("respMsg", word.message());
        if (!fileName.isEmpty()) {
            fields.put("fileName", fileName);
        }
        return fields;
    }

    private static String text(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    /** Fields in the order in which they are signed, so that nobody has to keep the file to verify it. */
    private Flux<byte[]> signed(Merchant merchant, Map<String, String> fields, ZmFile file) {
        return Flux.defer(() -> {
            SortedMap<String, String> all = new TreeMap<>(fields);
            all.putAll(merchant.about());
            MessageDigest digest = merchant.identity().method().digest();
            Flux<byte[]> unsigned = Flux.concat(
                            bytes(text(all.headMap(CONTENT)) + '&' + CONTENT + '='),
                            file.content(),
                            bytes('&' + text(all.tailMap(CONTENT))))
                    .doOnNext(digest::update);
            if (desk.lies()) {
                digest.update((byte) 0);
            }
            Mono<byte[]> signature =
                    Mono.fromSupplier(() -> ("&signature=" + merchant.identity().sign(SignMethod.hex(digest)))
                            .getBytes(StandardCharsets.UTF_8));
            return unsigned.concatWith(signature);
        });
    }

    private static Mono<byte[]> bytes(String text) {
        return Mono.just(text.getBytes(StandardCharsets.UTF_8));
    }

    void addTo(ControlRoutes routes) {
        desk.addTo(routes);
    }
}
