package io.sluice.edge.json;

import io.sluice.core.json.Timestamps;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers written from plain maps, their keys in the map's order. */
public final class JsonAnswer {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonAnswer() {}

    public static Mono<ServerResponse> ok(Map<String, ? extends @Nullable Object> document) {
        return answer(HttpStatus.OK, document);
    }

    public static Mono<ServerResponse> created(Map<String, ? extends @Nullable Object> document) {
        return answer(HttpStatus.CREATED, document);
    }

    public static String text(Map<String, ? extends @Nullable Object> document) {
        return MAPPER.writeValueAsString(document);
    }

    /** UTC with microseconds, as everywhere in the API. */
    public static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Timestamps.text(instant);
    }

    /** Configuration, and now and then a secret: no cache may keep it. */
    private static Mono<ServerResponse> answer(HttpStatus status, Map<String, ? extends @Nullable Object> document) {
        return ServerResponse.status(status)
                .header("Cache-Control", "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(text(document));
    }
}
