package io.sluice.sandbox.simulators.weather;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object whose names are all known, read strictly: what is wrong is said with its place and with what would be right.
 *
 * @param path where it stands, such as {@code weather.latency}; empty for the outermost
 */
public record Fields(String path, JsonNode object) {

    /** Says in one sentence where something is wrong and what would be right. */
    public static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        public Wrong(String place, String sentence) {
            super(place.isEmpty() ? sentence : "'" + place + "': " + sentence);
        }
    }

    /** @throws Wrong when it is no object, or has a name that is not known */
    public Fields known(String... names) {
        if (!object.isObject()) {
            throw new Wrong(path, "must be an object with some of " + String.join(", ", names));
        }
        for (String name : object.propertyNames()) {
            if (!List.of(names).contains(name)) {
                throw new Wrong(place(name), "is not known here; there are " + String.join(", ", names));
            }
        }
        return this;
    }

    public boolean has(String name) {
        return object.has(name);
    }

    /** What stands under the name, read by the function; null where nothing does. */
    public <T> @Nullable T optional(String name, Function<Fields, T> reading) {
        return has(name) ? reading.apply(in(name)) : null;
    }

    public Fields in(String name) {
        return new Fields(place(name), object.path(name));
    }

    public long whole(String name, long least, long most) {
        JsonNode value = object.path(name);
        boolean whole = value.isIntegralNumber() && value.canConvertToLong();
        if (!whole || value.longValue() < least || value.longValue() > most) {
            throw new Wrong(place(name), "must be a whole number from " + least + " to " + most + said(value));
        }
        return value.longValue();
    }

    public double number(String name, double least, double most) {
        JsonNode value = object.path(name);
        if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
            throw new Wrong(place(name), "must be a number from " + least + " to " + most + said(value));
        }
        return value.doubleValue();
    }

    /** A share of all, 0 where there is none. */
    public double share(String name) {
        return has(name) ? number(name, 0, 1) : 0;
    }

    public boolean truth(String name) {
        if (has(name) && !object.path(name).isBoolean()) {
            throw new Wrong(place(name), "must be true or false" + said(object.path(name)));
        }
        return object.path(name).asBoolean(false);
    }

    public String text(String name, String usual) {
        if (has(name) && !object.path(name).isString()) {
            throw new Wrong(place(name), "must be a text" + said(object.path(name)));
        }
        return object.path(name).asString(usual);
    }

    /** One of a few words. */
    public <T> T word(String name, Function<String, Optional<T>> known, String all) {
        return known.apply(text(name, ""))
                .orElseThrow(() -> new Wrong(place(name), "must be one of " + all + said(object.path(name))));
    }

    public Duration millis(String name) {
        return Duration.ofMillis(whole(name, 0, 600_000));
    }

    /** Fractions of a second too, an hour at the most. */
    public Duration seconds(String name) {
        return Duration.ofMillis(Math.round(number(name, 0, 3600) * 1000));
    }

    /** What a value's own rule says against it is said with its place. */
    public <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (Wrong placed) {
            throw placed;
        } catch (IllegalArgumentException wrong) {
            throw new Wrong(path, String.valueOf(wrong.getMessage()));
        }
    }

    private String place(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String said(JsonNode value) {
        return value.isMissingNode() ? "; it is missing" : ", not " + value;
    }
}
