package io.sluice.notifier;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A merchant's server: keeps what it receives and answers as it is told. */
final class Receiver implements AutoCloseable {

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Function<Received, Mono<Answer>> script;
    private final DisposableServer server;

    private Receiver(Function<Received, Mono<Answer>> script) {
        this.script = script;
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::serve)
                .bindNow();
    }

    /** A request, its header names in lower case. */
    record Received(String path, Map<String, String> headers, String body) {

        String id() {
            return header("webhook-id");
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** Holds the signature against the Java library of Standard Webhooks. */
        void assertSignedWith(String secret) {
            Map<String, List<String>> all = headers.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
            assertThatCode(() -> new Webhook(secret).verify(body, HttpHeaders.of(all, (_, _) -> true)))
                    .doesNotThrowAnyException();
        }
    }

    record Answer(int status, Map<String, String> headers, String body) {

        static Mono<Answer> of(int status) {
            return Mono.just(new Answer(status, Map.of(), ""));
        }
    }

    static Receiver answering(int status) {
        return scripted(_ -> Answer.of(status));
    }

    static Receiver scripted(Function<Received, Mono<Answer>> script) {
        return new Receiver(script);
    }

    int port() {
        return server.port();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<Received> receivedAt(String path) {
        return received.stream().filter(one -> one.path().equals(path)).toList();
    }

    private Mono<Void> serve(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .map(body -> remember(request, body))
                .flatMap(script)
                .flatMap(answer -> answer(response, answer));
    }

    private Received remember(HttpServerRequest request, String body) {
        Map<String, String> headers = request.requestHeaders().entries().stream()
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        Received one = new Received(request.uri(), headers, body);
        received.add(one);
        return one;
    }

    private static Mono<Void> answer(HttpServerResponse response, Answer answer) {
        answer.headers().forEach(response::header);
        return response.status(answer.status())
                .sendString(Mono.just(answer.body()))
                .then();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
