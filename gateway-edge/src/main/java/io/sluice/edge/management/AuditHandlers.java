package io.sluice.edge.management;

import io.sluice.core.audit.AuditEntry;
import io.sluice.core.audit.AuditTrail;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.QueryParameters;
import io.sluice.edge.json.JsonAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail, newest first. */
final class AuditHandlers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditTrail trail;

    AuditHandlers(AuditTrail trail) {
        this.trail = trail;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        QueryParameters query = QueryParameters.of(request, "cursor", "limit");
        int limit = Paging.limit(query);
        long before = query.optional("cursor").map(AuditHandlers::cursor).orElse(Long.MAX_VALUE);
        return trail.before(before, limit + 1).collectList().flatMap(found -> page(found, limit));
    }

    private static Mono<ServerResponse> page(List<AuditEntry> found, int limit) {
        List<AuditEntry> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Long.toString(page.getLast().id()) : null;
        return Paging.page(page.stream().map(AuditHandlers::document).toList(), next);
    }

    private static String document(AuditEntry entry) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", entry.id());
        document.put("at", JsonAnswer.time(entry.at()));
        document.put("actor", entry.actor());
        document.put("action", entry.action());
        document.put("subject", entry.subject());
        document.put("detail", JSON.readTree(entry.detail()));
        return JsonAnswer.text(document);
    }

    private static long cursor(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw QueryParameters.complaint("cursor", "must be the next_cursor of an earlier page");
        }
    }
}
