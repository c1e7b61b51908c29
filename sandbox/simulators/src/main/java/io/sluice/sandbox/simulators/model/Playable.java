package io.sluice.sandbox.simulators.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An enum of what a simulator can be asked to play, by control API, by {@code outcome=NAME} in a text or by amount. */
public interface Playable {
    Pattern MARKER = Pattern.compile("\\boutcome=([A-Za-z_-]+)");

    String name();

    /** One line for people who choose. */
    String description();

    /** The name as people type it: {@code timeout-charged}. */
    default String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <O extends Playable> Optional<O> ofLabel(O[] all, String label) {
        String wanted = label.toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(all).filter(one -> one.label().equals(wanted)).findFirst();
    }

    /** The label that a text asks for, if it does. */
    static Optional<String> markedIn(@Nullable String text) {
        Matcher marker = MARKER.matcher(text == null ? "" : text);
        return marker.find() ? Optional.of(marker.group(1)) : Optional.empty();
    }
}
