package io.sluice.sandbox.servers;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when first asked for; asked for again after a failure, it is tried again. */
final class Lazy<T> {
    private final Supplier<T> maker;
    private @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        var made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }
}
