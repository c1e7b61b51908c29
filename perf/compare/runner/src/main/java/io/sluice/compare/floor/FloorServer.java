package io.sluice.compare.floor;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The least that these promises cost here: a bare Reactor Netty server that verifies one RSA-2048 signature a request, has
 * the rows of a payment written in gathered statements, twice and durably, and answers. It reads no JSON, keeps no nonce,
 * calls no channel and publishes nothing.
 */
public final class FloorServer {
    private static final int CREATED = 201;

    private final Verification verification;
    private final FloorWriter writer;

    private FloorServer(Verification verification, FloorWriter writer) {
        this.verification = verification;
        this.writer = writer;
    }

    /** Arguments: the port and the JDBC address of a database with Sluice's tables. Runs until it is killed. */
    public static void main(String[] args) throws GeneralSecurityException, SQLException {
        var floor = new FloorServer(Verification.ofSomething(), FloorWriter.start(args[1]));
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(args[0]))
                .maxKeepAliveRequests(-1)
                .idleTimeout(Duration.ofMinutes(5))
                .route(routes -> routes.post("/v1/payments", floor::pay))
                .bindNow()
                .onDispose()
                .block();
    }

    private Mono<Void> pay(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .then(Mono.fromRunnable(verification::run))
                .then(Mono.defer(() -> Mono.fromFuture(writer.write())))
                .then(Mono.defer(() -> response.status(CREATED)
                        .header("Content-Length", "2")
                        .sendString(Mono.just("{}"))
                        .then()));
    }
}
