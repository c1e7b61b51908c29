package io.sluice.edge.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * The request's target exactly as it came over the wire: what was signed is this, not what a framework made of it.
 *
 * @param path raw, undecoded
 * @param query raw, without the question mark; null when there was none
 */
public record RequestTarget(
        String host, String path, @Nullable String query) {

    /** The target that {@link RequestTargetFilter} found sound. */
    public static RequestTarget of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(RequestTarget.class.getName());
    }

    /** For a request that goes on long after it was verified. */
    public static void forget(ServerWebExchange exchange) {
        exchange.getAttributes().remove(RequestTarget.class.getName());
    }

    /** @throws ProblemException when there is not exactly one Host, or the target is not a plain path */
    static RequestTarget of(ServerHttpRequest request) {
        String uri = rawUri(request);
        if (!uri.startsWith("/")) {
            throw ProblemException.of(
                    400, "target_invalid", "The request target must be a path that begins with '/', not a URI.");
        }
        int mark = uri.indexOf('?');
        String path = mark < 0 ? uri : uri.substring(0, mark);
        requirePlain(path);
        return new RequestTarget(host(request), path, mark < 0 ? null : uri.substring(mark + 1));
    }

    private static String host(ServerHttpRequest request) {
        List<String> hosts = request.getHeaders().getOrEmpty(HttpHeaders.HOST);
        if (hosts.size() != 1 || hosts.getFirst().isBlank()) {
            throw ProblemException.of(
                    400, "host_invalid", "There must be exactly one Host field, not " + hosts.size() + ".");
        }
        return hosts.getFirst();
    }

    /** All paths of this API are plain, so an escape, a parameter or a dot segment can only be an attempt to confuse. */
    private static void requirePlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '/'
                    || c == '_'
                    || c == '-'
                    || c == '.';
            if (!plain) {
                throw ProblemException.of(
                        400, "path_invalid", "A path has letters, digits, '_', '-', '.' and '/' only, unescaped.");
            }
        }
        if (path.contains("//") || path.contains("/.")) {
            throw ProblemException.of(400, "path_invalid", "A path has no empty segments and none beginning with '.'.");
        }
    }

    private static String rawUri(ServerHttpRequest request) {
        return ServedOver.netty(request).uri();
    }
}
