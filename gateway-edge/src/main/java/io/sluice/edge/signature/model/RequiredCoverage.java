package io.sluice.edge.signature.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which components a request must sign, so that nothing of meaning can be changed under its signature. */
final class RequiredCoverage {

    static final String IDEMPOTENCY_KEY = "idempotency-key";

    private static final List<Component> ALWAYS =
            List.of(Component.of("@method"), Component.of("@authority"), Component.of("@path"));
    private static final Component QUERY = Component.of("@query");
    private static final Component DIGEST = Component.of(ContentDigest.FIELD);
    private static final Component KEY = Component.of(IDEMPOTENCY_KEY);

    private RequiredCoverage() {}

    /** The components of this request, each to be covered plainly, without parameters. */
    static List<Component> of(RequestToVerify request) {
        List<Component> components = new ArrayList<>(ALWAYS);
        if (request.rawQuery() != null) {
            components.add(QUERY);
        }
        if (request.body().length > 0) {
            components.add(DIGEST);
        }
        if (request.fields().has(IDEMPOTENCY_KEY)) {
            components.add(KEY);
        }
        return components;
    }

    /** What is required and not covered. */
    static List<Component> missing(RequestToVerify request, SignatureInput input) {
        Set<String> covered =
                input.components().stream().map(Component::identifier).collect(Collectors.toSet());
        return of(request).stream()
                .filter(component -> !covered.contains(component.identifier()))
                .toList();
    }
}
