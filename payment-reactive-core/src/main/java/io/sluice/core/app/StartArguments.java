package io.sluice.core.app;

import java.util.Map;
import java.util.stream.Stream;

/** How one app is told what another in the same JVM must not hear: by arguments, which are stronger than all else. */
public final class StartArguments {

    private StartArguments() {}

    /** @return {@code properties} as arguments, followed by {@code args} */
    public static String[] of(Map<String, Object> properties, String... args) {
        Stream<String> given =
                properties.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue());
        return Stream.concat(given, Stream.of(args)).toArray(String[]::new);
    }
}
