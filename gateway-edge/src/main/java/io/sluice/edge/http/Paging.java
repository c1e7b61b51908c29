package io.sluice.edge.http;

import io.sluice.core.id.PaymentId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Pages: {@code {"data":[…],"next_cursor":…}}, the next one asked for by handing the cursor back. */
public final class Paging {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Paging() {}

    public static int limit(QueryParameters query) {
        return query.optional("limit").map(Paging::limit).orElse(DEFAULT_LIMIT);
    }

    public static PaymentId paymentBefore(String cursor) {
        try {
            return PaymentId.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw QueryParameters.complaint("cursor", "must be the next_cursor of an earlier page");
        }
    }

    /** @param documents JSON texts */
    public static Mono<ServerResponse> page(List<String> documents, @Nullable String nextCursor) {
        String next = nextCursor == null ? "null" : MAPPER.writeValueAsString(nextCursor);
        String body = "{\"data\":[" + String.join(",", documents) + "],\"next_cursor\":" + next + "}";
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }

    private static int limit(String text) {
        boolean number = text.matches("\\d{1,4}");
        if (!number || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            throw QueryParameters.complaint("limit", "must be from 1 to " + MAX_LIMIT);
        }
        return Integer.parseInt(text);
    }
}
