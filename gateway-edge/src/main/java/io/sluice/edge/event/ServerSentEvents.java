package io.sluice.edge.event;

import io.sluice.edge.http.ProblemException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Events as {@code text/event-stream}, with heartbeats so that nobody in between takes silence for death. */
final class ServerSentEvents {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration RECONNECT_AFTER = Duration.ofSeconds(1);

    private ServerSentEvents() {}

    /** @throws ProblemException (400) when {@code Accept} is no list of media types */
    static boolean wantedBy(ServerRequest request) {
        try {
            return request.headers().accept().stream().anyMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException e) {
            throw ProblemException.of(
                    400, "parameter_invalid", "'Accept' must be text/event-stream or application/json.");
        }
    }

    static ServerSentEvent<String> of(String id, String type, String body) {
        return ServerSentEvent.<String>builder(body)
                .id(id)
                .event(type)
                .retry(RECONNECT_AFTER)
                .build();
    }

    static Mono<ServerResponse> respond(Flux<ServerSentEvent<String>> events) {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(BodyInserters.fromServerSentEvents(Flux.defer(() -> alive(events))));
    }

    /** The heartbeats end with the events, or the client would never learn that it has to come back. */
    private static Flux<ServerSentEvent<String>> alive(Flux<ServerSentEvent<String>> events) {
        Sinks.Empty<Void> ended = Sinks.empty();
        Flux<ServerSentEvent<String>> heartbeats = Flux.interval(Duration.ZERO, HEARTBEAT)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<String>builder().comment("alive").build())
                .takeUntilOther(ended.asMono());
        return events.doOnTerminate(ended::tryEmitEmpty).mergeWith(heartbeats);
    }
}
