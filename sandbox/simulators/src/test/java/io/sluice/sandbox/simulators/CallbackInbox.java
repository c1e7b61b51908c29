package io.sluice.sandbox.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A merchant's callback address: keeps what arrives and answers the status that the test wants. */
public final class CallbackInbox implements AutoCloseable {
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private final DisposableServer server;
    private volatile IntUnaryOperator status = number -> 204;
    private volatile String words = "";

    /** A callback as it arrived. */
    public record Letter(HttpHeaders headers, String body) {}

    public CallbackInbox() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .route(routes -> routes.post(
                        "/notify",
                        (request, response) -> request.receive()
                                .aggregate()
                                .asString()
                                .flatMap(body -> {
                                    letters.add(
                                            new Letter(request.requestHeaders().copy(), body));
                                    int answer = status.applyAsInt(letters.size());
                                    return answer == 0
                                            ? Mono.never()
                                            : response.status(answer)
                                                    .sendString(Mono.just(words))
                                                    .then();
                                })))
                .bindNow();
    }

    public String url() {
        return "http://127.0.0.1:" + server.port() + "/notify";
    }

    /** Chooses the status by the number of the letter, counted from 1; 0 never answers. */
    public void answer(IntUnaryOperator byNumber) {
        status = byNumber;
    }

    /** Chooses the body of all answers. */
    public void say(String answer) {
        words = answer;
    }

    public List<Letter> letters() {
        return letters;
    }

    public List<Letter> await(int count) {
        Eventually.holds(Duration.ofSeconds(30), () -> assertThat(letters).hasSizeGreaterThanOrEqualTo(count));
        return letters;
    }

    @Override
    public void close() {
        server.dispose();
    }
}
