package io.sluice.sandbox.simulators.weather.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be made to go wrong with requests: so many of the next ones, or a share of all. A request meets with one at the most. */
public enum Fault {
    /** The connection is closed before the request is looked at. */
    DROP_CONNECTION,
    /** Refused as one too many (429, or the channel's own word), nothing is carried out. */
    FREQUENCY_LIMITED,
    /** Answered as broken (500, or the channel's own word), nothing is carried out. */
    SYSTEM_ERROR_BEFORE,
    /** Nothing is carried out and nothing is answered; the connection stays open. */
    LOST_QUESTION,
    /** The request is carried out, then the connection is closed without an answer. */
    DROP_AFTER,
    /** The request is carried out, then answered as broken. */
    SYSTEM_ERROR_AFTER,
    /** The request is carried out and nothing is answered; the connection stays open. */
    LOST_ANSWER,
    /** The request is carried out; half of the answer arrives, then the connection is closed. */
    PARTIAL,
    /** The request is carried out; the answer is no language of this channel. */
    GARBAGE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Fault> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(fault -> fault.label().equals(label))
                .findFirst();
    }

    /** All of them, as people type them. */
    public static String labels() {
        return Arrays.stream(values()).map(Fault::label).collect(Collectors.joining(", "));
    }
}
