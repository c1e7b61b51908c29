package io.sluice.edge.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;

/** A request's query parameters: only known ones, each at most once. */
public final class QueryParameters {

    private final MultiValueMap<String, String> values;

    private QueryParameters(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** @throws ProblemException (400) when there is another parameter, or one comes twice */
    public static QueryParameters of(ServerRequest request, String... known) {
        MultiValueMap<String, String> values = decoded(request);
        Set<String> allowed = Set.of(known);
        values.forEach((name, given) -> {
            if (!allowed.contains(name)) {
                throw complaint(name, "is not a parameter of this call; these are: " + String.join(", ", known));
            }
            if (given.size() > 1) {
                throw complaint(name, "must be given once");
            }
            if (given.getFirst() != null && given.getFirst().chars().anyMatch(Character::isISOControl)) {
                throw complaint(name, "must not contain control characters");
            }
        });
        return new QueryParameters(values);
    }

    public Optional<String> optional(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        return given.isEmpty() || given.getFirst() == null ? Optional.empty() : Optional.of(given.getFirst());
    }

    private static MultiValueMap<String, String> decoded(ServerRequest request) {
        try {
            return request.queryParams();
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    400, "query_malformed", "The query has a '%' that is not followed by two hexadecimal digits.");
        }
    }

    public static ProblemException complaint(String name, String rule) {
        return new ProblemException(Problem.of(400, "parameter_invalid", "'" + name + "' " + rule + ".")
                .about(name));
    }
}
