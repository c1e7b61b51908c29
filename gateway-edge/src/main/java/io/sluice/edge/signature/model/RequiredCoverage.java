package io.sluice.edge.signature.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which components a request must sign, so that nothing of meaning can be changed under its signature. */
final class RequiredCoverage {

    static final String IDEMPOTENCY_KEY = "idempotency-key";

    private RequiredCoverage() {}

    /** The components of this request, each to be covered plainly, without parameters. */
    static List<Component> of(RequestToVerify request) {
        List<String> names = new ArrayList<>(List.of("@method", "@authority", "@path"));
        if (request.rawQuery() != null) {
            names.add("@query");
        }
        if (request.body().length > 0) {
            names.add(ContentDigest.FIELD);
        }
        if (request.fields().has(IDEMPOTENCY_KEY)) {
            names.add(IDEMPOTENCY_KEY);
        }
        return names.stream().map(Component::of).toList();
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
