package io.sluice.sandbox.simulators.unionpay.book;

import io.sluice.sandbox.simulators.unionpay.model.Binding;
import io.sluice.sandbox.simulators.unionpay.model.Key;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bound cards as the journal has them, and which requests bound them. */
final class Bindings {
    private final Map<Binding.Name, Binding> bindings = new LinkedHashMap<>();
    private final Set<Key> requests = new HashSet<>();

    synchronized void replay(Binding binding, Key request) {
        bindings.put(binding.name(), binding);
        requests.add(request);
    }

    synchronized Optional<Binding> find(Binding.Name name) {
        return Optional.ofNullable(bindings.get(name));
    }

    /** Whether a request of this merchant, number and time was taken on before. */
    synchronized boolean knows(Key request) {
        return requests.contains(request);
    }

    synchronized List<Binding> all() {
        return List.copyOf(bindings.values());
    }
}
