package io.sluice.sandbox.simulators.bill;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.ControlRequest;
import io.sluice.sandbox.simulators.http.ControlRoutes;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which bills there are, and what stands in them.
 *
 * @param <L> the channel's own kind of line
 */
public final class BillDesk<L extends Billed<L>> {
    public static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final LocalTime READY = LocalTime.of(10, 0);

    private final BiFunction<String, LocalDate, List<L>> truth;
    private final String merchantParameter;
    private final InstantSource clock;
    private volatile Wish wish = Wish.NONE;

    /**
     * @param truth what the book says of a merchant's day
     * @param merchantParameter how the control API calls a merchant's number
     */
    public BillDesk(BiFunction<String, LocalDate, List<L>> truth, String merchantParameter, InstantSource clock) {
        this.truth = truth;
        this.merchantParameter = merchantParameter;
        this.clock = clock;
    }

    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    /** The bill of a day is there from ten o'clock of the next. */
    public boolean isReady(LocalDate day) {
        Instant ready = day.plusDays(1).atTime(READY).toInstant(BEIJING);
        return wish.atOnce() || !clock.instant().isBefore(ready);
    }

    /** Lines as the bill has them, differences and all. */
    public List<L> lines(String merchant, LocalDate day) {
        return applied(merchant, day).lines();
    }

    private Differences.Applied<L> applied(String merchant, LocalDate day) {
        return wish.differences().applyTo(truth.apply(merchant, day));
    }

    public void addTo(ControlRoutes routes) {
        routes.get("/bills", this::see).post("/bills", this::set);
    }

    /** Whether what is said of bills is to be untrue. */
    public boolean lies() {
        return wish.lies();
    }

    /** A file as it leaves: all of it, or half of its beginning and then nothing, not even an end. */
    public Flux<byte[]> delivered(Flux<byte[]> file) {
        return wish.cutOff()
                ? file.take(1)
                        .map(piece -> Arrays.copyOf(piece, piece.length / 2))
                        .concatWith(Flux.error(() -> new IOException("The bill is to be cut off")))
                : file;
    }

    /**
     * {@code {"seed": N, "missing": N, "extra": N, "amount": N, "status": N, "at_once": true, "lies": true, "cut_off": true}}: how bills
     * differ from the book from now on, whether those of today and yesterday are there already, and how they fail.
     */
    private Mono<Answer> set(ControlRequest request) {
        wish = Wish.read(request.body());
        return Mono.just(Answer.noContent());
    }

    /** What is wrong with a merchant's bill of a day, {@code ?mchid=…&day=2026-11-20}. */
    private Mono<Answer> see(ControlRequest request) {
        String merchant = request.query().apply(merchantParameter);
        return Mono.fromCallable(() -> day(request.query().apply("day"))
                .map(day -> applied(merchant, day).differences())
                .map(found -> Answer.ok(Json.MAPPER.valueToTree(Map.of("differences", List.copyOf(found)))))
                .orElseGet(() -> Answer.problem(400, "PARAM_ERROR", "'day' must be a day, as in 2026-11-20")));
    }
}
