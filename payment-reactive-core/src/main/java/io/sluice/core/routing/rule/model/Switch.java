package io.sluice.core.routing.rule.model;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that an operator turned off.
 *
 * @param name of the channel, the account, the method or the feature
 * @param reason why, as merchants may read it
 * @param by who did it
 */
public record Switch(Kind kind, String name, String reason, String by, Instant since) {

    /** What can be turned off. */
    public enum Kind {
        CHANNEL,
        ACCOUNT,
        METHOD,
        FEATURE;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String wireName) {
            return Stream.of(values())
                    .filter(kind -> kind.wireName().equals(wireName))
                    .findFirst();
        }
    }

    String shown() {
        return kind.wireName() + " " + name + " is switched off: " + reason;
    }
}
