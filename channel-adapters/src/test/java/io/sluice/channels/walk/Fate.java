package io.sluice.channels.walk;

import io.sluice.sandbox.simulators.model.Playable;
import java.util.Optional;

/** What an order meets with at the simulated wallet. */
enum Fate implements Playable {
    APPROVED,
    DECLINED,
    NEVER,
    SILENT,
    DUPLICATE,
    PROBE,
    WRONG_AMOUNT,
    TIMEOUT_CHARGED,
    TIMEOUT_NOT_CHARGED,
    CHARGED_LATE,
    ERROR_AFTER,
    GARBAGE;

    static Optional<Fate> ofLabel(String label) {
        return Playable.ofLabel(values(), label);
    }

    @Override
    public String description() {
        return "as at every simulator";
    }
}
