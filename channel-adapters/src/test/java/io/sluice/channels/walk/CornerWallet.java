package io.sluice.channels.walk;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.Behaviour;
import io.sluice.sandbox.simulators.http.ControlRoutes;
import io.sluice.sandbox.simulators.http.FaultyGate;
import io.sluice.sandbox.simulators.http.Listener;
import io.sluice.sandbox.simulators.weather.Weather;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerRoutes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The wallet, simulated: it checks signatures, keeps charges, and plays what it is told to. */
final class CornerWallet {
    private final SharedSecret secret;
    private final Map<String, ObjectNode> charges = new ConcurrentHashMap<>();
    private final Weather weather = new Weather(InstantSource.system());
    private final Behaviour<Fate> fates =
            new Behaviour<>(Fate.values(), Fate::ofLabel, Fate.APPROVED, Duration.ofMillis(20), weather);
    private final Threads threads = new Threads(InstantSource.system());
    private final HttpClient merchants = HttpClient.newHttpClient();
    private final Listener listener = new Listener("127.0.0.1", 0, weather, threads, this::routes);

    CornerWallet(SharedSecret secret) {
        this.secret = secret;
    }

    String url() {
        return "http://127.0.0.1:" + listener.port();
    }

    private void routes(HttpServerRoutes routes) {
        var excuses = FaultyGate.Excuses.always(
                Answer.problem(429, "too_many", "slow down"), Answer.problem(500, "broken", "try again"));
        var gate = new FaultyGate(
                weather,
                threads,
                excuses,
                (response, body, manner) -> response.header(SharedSecret.HEADER, secret.sign(body)));
        routes.post("/charges", gate.before(this::place))
                .get("/charges/{number}", gate.before((request, body) -> found(request, body, "")))
                .post("/charges/{number}/close", gate.before((request, body) -> found(request, body, "closed")));
        ControlRoutes.of(routes, threads, fates, weather).get("/book", request -> Mono.just(book()));
    }

    private boolean isSigned(HttpServerRequest request, byte[] body) {
        String signed = request.uri() + '\n' + new String(body, StandardCharsets.UTF_8);
        String signature = request.requestHeaders().get(SharedSecret.HEADER, "");
        return secret.verifies(signed.getBytes(StandardCharsets.UTF_8), signature);
    }

    private Mono<Answer> place(HttpServerRequest request, byte[] body) {
        if (!isSigned(request, body)) {
            return Mono.just(Answer.problem(401, "signature_invalid", "sign target, line feed and body"));
        }
        JsonNode order = Json.MAPPER.readTree(body);
        String number = order.path("number").asString();
        long minor = CornerApi.amount(order).minor();
        Fate fate = fates.of(number, minor, order.path("title").asString());
        if (fate == Fate.TIMEOUT_NOT_CHARGED) {
            return Mono.just(Answer.NEVER);
        }
        var fresh = ((ObjectNode) order)
                .put("id", "cw-" + number)
                .put("state", "open")
                .put("link", "https://corner.example/" + number);
        ObjectNode known = charges.putIfAbsent(number, fresh);
        if (known != null) {
            return Mono.just(Answer.ok(known));
        }
        expectPayer(fresh, fate);
        Answer right = Answer.ok(fresh.deepCopy());
        return Mono.just(
                switch (fate) {
                    case TIMEOUT_CHARGED, CHARGED_LATE -> Answer.NEVER;
                    case ERROR_AFTER -> Answer.problem(500, "broken", "try again");
                    case GARBAGE -> right.in(Answer.Manner.UNREADABLE);
                    default -> right;
                });
    }

    private void expectPayer(ObjectNode charge, Fate fate) {
        Duration delay = fates.delay().multipliedBy(fate == Fate.CHARGED_LATE ? 12 : 1);
        if (fate != Fate.NEVER) {
            threads.at(Instant.now().plus(delay), Mono.fromRunnable(() -> act(charge, fate)));
        }
    }

    private void act(ObjectNode charge, Fate fate) {
        if (!isOpen(charge)) {
            return;
        }
        charge.put("state", fate == Fate.DECLINED ? "refused" : "paid");
        String told = charge.deepCopy()
                .put(
                        "amount",
                        fate == Fate.WRONG_AMOUNT
                                ? more(charge)
                                : charge.path("amount").asString())
                .toString();
        String signature = secret.sign(told.getBytes(StandardCharsets.UTF_8));
        for (String signed : signatures(fate, signature)) {
            call(charge, told, signed);
        }
    }

    private static boolean isOpen(ObjectNode charge) {
        return charge.path("state").asString().equals("open");
    }

    /** One a callback. */
    private static List<String> signatures(Fate fate, String right) {
        return switch (fate) {
            case SILENT, TIMEOUT_CHARGED, CHARGED_LATE -> List.of();
            case DUPLICATE -> List.of(right, right, right);
            case PROBE -> List.of("probe", right);
            default -> List.of(right);
        };
    }

    /** One unit of the last digit more than is true. */
    private static String more(ObjectNode charge) {
        var amount = new BigDecimal(charge.path("amount").asString());
        return amount.add(amount.ulp()).toPlainString();
    }

    private void call(ObjectNode charge, String told, String signature) {
        var letter = HttpRequest.newBuilder(URI.create(charge.path("notify_url").asString()))
                .header(SharedSecret.HEADER, signature)
                .POST(HttpRequest.BodyPublishers.ofString(told));
        try {
            merchants.send(letter.build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Mono<Answer> found(HttpServerRequest request, byte[] body, String closed) {
        ObjectNode charge = charges.get(String.valueOf(request.param("number")));
        if (charge == null || !isSigned(request, body)) {
            return Mono.just(Answer.problem(404, "unknown_charge", "there is no such charge"));
        }
        if (isOpen(charge) && !closed.isEmpty()) {
            charge.put("state", closed);
        }
        return Mono.just(Answer.ok(charge));
    }

    private Answer book() {
        ObjectNode book = Json.MAPPER.createObjectNode();
        charges.values().stream()
                .filter(charge -> charge.path("state").asString().equals("paid"))
                .forEach(charge -> book.withArray("charges")
                        .addObject()
                        .put("out_trade_no", charge.path("number").asString()));
        return Answer.ok(book);
    }
}
