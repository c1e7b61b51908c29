package io.sluice.core.merchant.r2dbc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Values loaded when first asked for and kept until {@link #drop()}. Of concurrent readers of one key one loads and the
 * others wait for it; a reader that leaves disturbs nobody. What is absent is remembered too; an error never is.
 *
 * <p>A load that began before a drop can no longer enter the cache after it, so what is read after a drop is at least as
 * new as the drop.
 */
final class OnDemandCache<K, V> {

    private final Function<K, Mono<V>> load;
    private final int capacity;
    private volatile Generation<K, V> current = new Generation<>();

    /** @param capacity of the values, and of the absent keys; on overflow all of that kind are forgotten */
    OnDemandCache(int capacity, Function<K, Mono<V>> load) {
        this.capacity = capacity;
        this.load = load;
    }

    /** Empty when there is no such value. */
    Mono<V> get(K key) {
        return Mono.defer(() -> look(current, key));
    }

    void drop() {
        current = new Generation<>();
    }

    /** How many keys are remembered, present or absent. */
    int size() {
        Generation<K, V> generation = current;
        return generation.known.size() + generation.absent.size();
    }

    private Mono<V> look(Generation<K, V> generation, K key) {
        @Nullable Mono<V> known = generation.known.get(key);
        if (known != null) {
            return known;
        }
        return generation.absent.contains(key) ? Mono.empty() : loadOnce(generation, key);
    }

    private Mono<V> loadOnce(Generation<K, V> generation, K key) {
        Sinks.One<V> loading = Sinks.one();
        Mono<V> mine = loading.asMono();
        @Nullable Mono<V> theirs = generation.known.putIfAbsent(key, mine);
        if (theirs != null) {
            return theirs;
        }
        generation.boundTo(capacity, key, mine);
        // Not part of the reader's own subscription, for others wait for this load too.
        Mono.defer(() -> load.apply(key))
                .subscribe(
                        value -> {
                            generation.known.replace(key, mine, Mono.just(value));
                            loading.tryEmitValue(value);
                        },
                        error -> {
                            generation.known.remove(key, mine);
                            loading.tryEmitError(error);
                        },
                        () -> {
                            if (generation.known.remove(key, mine)) {
                                generation.absent.add(key);
                            }
                            loading.tryEmitEmpty();
                        });
        return mine;
    }

    private static final class Generation<K, V> {
        final ConcurrentMap<K, Mono<V>> known = new ConcurrentHashMap<>();
        final Set<K> absent = ConcurrentHashMap.newKeySet();

        void boundTo(int capacity, K justAdded, Mono<V> loading) {
            if (known.size() > capacity) {
                known.clear();
                known.put(justAdded, loading);
            }
            if (absent.size() >= capacity) {
                absent.clear();
            }
        }
    }
}
