package io.sluice.edge.docs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docs/openapi.yaml}, read. */
final class ApiDescription {

    private final Map<String, Object> document;

    private ApiDescription(Map<String, Object> document) {
        this.document = document;
    }

    static ApiDescription parse(String yaml) {
        return new ApiDescription(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml)));
    }

    /** What the reader is told before the paths: among other things, all problems. */
    String introduction() {
        return String.valueOf(map(document.get("info")).get("description"));
    }

    Map<String, Set<String>> methodsByPath() {
        Map<String, Set<String>> methods = new TreeMap<>();
        paths().forEach((path, operations) -> map(operations)
                .keySet()
                .forEach(method ->
                        methods.computeIfAbsent(path, key -> new TreeSet<>()).add(method.toUpperCase(Locale.ROOT))));
        return methods;
    }

    /** Every place that says of what form a body is: requests' and answers', by where it stands. */
    Map<String, Map<String, Object>> contents() {
        Map<String, Map<String, Object>> contents = new LinkedHashMap<>();
        paths().forEach((path, operations) -> map(operations).forEach((method, operation) -> {
            String name = method.toUpperCase(Locale.ROOT) + " " + path;
            addContents(name + " request", map(operation).get("requestBody"), contents);
            map(map(operation).get("responses"))
                    .forEach((status, response) -> addContents(name + " " + status, response, contents));
        }));
        return contents;
    }

    /** The schema of an answer; of any other problem when its status is not described by itself. */
    Map<String, Object> schema(String operation, int status, String mediaType) {
        Map<String, Map<String, Object>> contents = contents();
        Map<String, Object> content = contents.get(operation + " " + status + " " + mediaType);
        if (content == null && status >= 400) {
            content = contents.get(operation + " default " + mediaType);
        }
        if (content == null) {
            throw new AssertionError(operation + " is not said to answer " + status + " with " + mediaType);
        }
        return map(content.get("schema"));
    }

    Map<String, Object> schema(String name) {
        return map(map(map(document.get("components")).get("schemas")).get(name));
    }

    /** Follows {@code $ref}. */
    Map<String, Object> resolved(Map<String, Object> node) {
        Map<String, Object> found = node;
        while (found.get("$ref") instanceof String reference) {
            found = document;
            for (String step : reference.substring(2).split("/", -1)) {
                found = map(found.get(step));
            }
        }
        return found;
    }

    private void addContents(String name, Object bearer, Map<String, Map<String, Object>> contents) {
        if (bearer != null) {
            map(resolved(map(bearer)).getOrDefault("content", Map.of()))
                    .forEach((media, content) -> contents.put(name + " " + media, map(content)));
        }
    }

    private Map<String, Object> paths() {
        return map(document.get("paths"));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
