package io.sluice.sandbox.simulators.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a refund or a later capture goes; the reason that the merchant gives chooses it with {@code outcome=NAME}. */
public enum Play implements Playable {
    SUCCESS("done at once"),
    PENDING("taken on, done after the payer's delay"),
    FAILED("taken on, and given up after the payer's delay"),
    DECLINED("refused, nothing is kept"),
    SILENT("done, but without a webhook"),
    TIMEOUT_DONE("done, but its first request is never answered"),
    TIMEOUT_NOT_DONE("its first request is never answered and nothing is kept; a repetition goes through");

    private final String description;

    Play(String description) {
        this.description = description;
    }

    @Override
    public String description() {
        return description;
    }

    public static Optional<Play> ofLabel(String label) {
        return Playable.ofLabel(values(), label);
    }

    public static Play markedIn(@Nullable String note) {
        return Playable.markedIn(note).flatMap(Play::ofLabel).orElse(SUCCESS);
    }

    public boolean takesTime() {
        return this == PENDING || this == FAILED;
    }
}
