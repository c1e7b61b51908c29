package io.sluice.edge.overload;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.ProblemJson;
import io.sluice.edge.overload.model.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The answers of those who are not let in, made once: when they are needed nothing else is cheap enough. */
final class RefusalAnswers {

    /** Told in turn, so that those who were refused together do not come back together. */
    private static final int LONGEST_RETRY_AFTER = 3;

    private static final Map<Refusal, List<Ready>> READY = ready();

    private int turn;

    /** @param close whether the connection is closed after it */
    FullHttpResponse answer(Refusal why, boolean close) {
        turn = (turn + 1) % LONGEST_RETRY_AFTER;
        Ready ready = Objects.requireNonNull(READY.get(why)).get(turn);
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                ready.status,
                ready.body.duplicate(),
                ready.headers.copy(),
                DefaultHttpHeadersFactory.trailersFactory().newEmptyHeaders());
        if (close) {
            answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return answer;
    }

    /** The same for a request that was let in and not begun with. */
    static ProblemException late() {
        return new ProblemException(problem(Refusal.LATE).retryAfter(LONGEST_RETRY_AFTER));
    }

    private static Problem problem(Refusal why) {
        return switch (why) {
            case OVER_SHARE ->
                Problem.of(
                        429,
                        "over_share",
                        "The gateway is busy and you have more than your share of it; nothing was done, repeat the same"
                                + " request after Retry-After.");
            case OVERLOADED, FULL, LATE ->
                Problem.of(
                        503,
                        "overloaded",
                        "The gateway has as much to do as it can; nothing was done, repeat the same request after"
                                + " Retry-After.");
        };
    }

    private static Map<Refusal, List<Ready>> ready() {
        Map<Refusal, List<Ready>> all = new EnumMap<>(Refusal.class);
        for (Refusal why : Refusal.values()) {
            List<Ready> each = new ArrayList<>();
            for (int seconds = 1; seconds <= LONGEST_RETRY_AFTER; seconds++) {
                each.add(ready(problem(why).retryAfter(seconds), seconds));
            }
            all.put(why, List.copyOf(each));
        }
        return all;
    }

    private static Ready ready(Problem problem, int retryAfter) {
        byte[] body = ProblemJson.write(problem, null);
        HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().newHeaders();
        headers.set(HttpHeaderNames.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
        headers.setInt(HttpHeaderNames.RETRY_AFTER, retryAfter);
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return new Ready(
                HttpResponseStatus.valueOf(problem.status()),
                headers,
                Unpooled.unreleasableBuffer(
                        Unpooled.directBuffer(body.length).writeBytes(body).asReadOnly()));
    }

    private record Ready(HttpResponseStatus status, HttpHeaders headers, ByteBuf body) {}
}
