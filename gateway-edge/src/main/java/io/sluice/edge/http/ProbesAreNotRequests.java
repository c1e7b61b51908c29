package io.sluice.edge.http;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Whoever asks every few seconds whether this instance lives is not worth a trace, a line and a count. */
@Component
final class ProbesAreNotRequests implements ObservationPredicate {

    private static final Set<String> PROBES = Set.of("/health", "/health/live", "/health/ready", "/metrics");

    @Override
    public boolean test(String name, Observation.Context context) {
        return !(context instanceof ServerRequestObservationContext request)
                || !PROBES.contains(
                        Objects.requireNonNull(request.getCarrier()).getURI().getRawPath());
    }
}
