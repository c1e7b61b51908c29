package io.sluice.core.modification;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets work with the same key go one after the other within this process, so that it does not lose compare-and-sets to
 * itself. It saves tries and nothing else: what is right is decided in the store.
 */
public final class Turns<K> {

    private final Map<K, Mono<Void>> last = new ConcurrentHashMap<>();

    public <T> Mono<T> take(K key, Mono<T> work) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> over = Sinks.empty();
            Mono<Void> mine = over.asMono();
            Mono<Void> before = last.put(key, mine);
            Mono<T> turn = before == null ? work : before.then(work);
            return turn.doFinally(signal -> {
                last.remove(key, mine);
                over.tryEmitEmpty();
            });
        });
    }
}
