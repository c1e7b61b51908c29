package io.sluice.edge.event;

import io.netty.channel.Channel;
import io.sluice.core.http.UnreadAnswer;
import io.sluice.edge.event.model.EventText;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.RequestTarget;
import io.sluice.edge.http.ServedOver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Events as {@code text/event-stream}, with heartbeats so that nobody in between takes silence for death. */
final class ServerSentEvents {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final MediaType CONTENT_TYPE = new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);

    private static final Set<String> ROUTING =
            Set.of(RouterFunctions.REQUEST_ATTRIBUTE, RouterFunctions.URI_TEMPLATE_VARIABLES_ATTRIBUTE);

    /** Nothing that is sent is empty. */
    private static final byte[] END = {};

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

    /** @param texts of {@link EventText}; the client is cut off when they fail with {@link FellBehindException} */
    static Mono<ServerResponse> respond(ServerRequest request, Flux<byte[]> texts) {
        Channel channel = ServedOver.channel(request.exchange().getRequest());
        forget(request);
        Flux<byte[]> events =
                Flux.defer(() -> alive(texts)).onErrorResume(FellBehindException.class, behind -> cutOff(channel));
        return ServerResponse.ok()
                .contentType(CONTENT_TYPE)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body((answer, context) -> answer.writeWith(oneAtATime(
                        events.map(text -> answer.bufferFactory().wrap(text)), UnreadAnswer.taken(channel))));
    }

    /** It is answered for hours: what it was asked with and how its route was found is in nobody's interest. */
    private static void forget(ServerRequest request) {
        ServedOver.forgetFields(request.exchange().getRequest());
        RequestTarget.forget(request.exchange());
        request.exchange().getAttributes().keySet().removeAll(ROUTING);
    }

    /** An end of the answer alone would wait behind what he does not read. */
    private static Flux<byte[]> cutOff(Channel channel) {
        UnreadAnswer.cutOff(channel);
        return Flux.empty();
    }

    /** The heartbeats end with the events, or the client would never learn that it has to come back. */
    private static Flux<byte[]> alive(Flux<byte[]> events) {
        Flux<byte[]> heartbeats =
                Flux.interval(Duration.ZERO, HEARTBEAT).onBackpressureDrop().map(tick -> EventText.heartbeat());
        return Flux.merge(1, events.concatWithValues(END), heartbeats).takeWhile(text -> text.length > 0);
    }

    /**
     * Asks for a buffer when the system has taken the one before. Whoever writes asks for 128 ahead, and so much would be
     * kept, outside of the heap, for each who does not read.
     *
     * @param taken completes when everything that was written is sent
     */
    static Flux<DataBuffer> oneAtATime(Flux<DataBuffer> buffers, Mono<DataBuffer> taken) {
        return buffers.concatMap(buffer -> Flux.concat(Mono.just(buffer), taken).onTerminateDetach(), 0);
    }
}
