package io.sluice.sandbox.cli;

import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.simulators.model.Playable;
import io.sluice.sandbox.simulators.model.Play;
import io.sluice.sandbox.simulators.wechat.model.Outcome;
import io.sluice.sandbox.simulators.wechat.model.RefundOutcome;
import java.util.Optional;

/** What the simulators can be asked to play, by the names that people type. */
final class Outcomes {
    private static final String PAYPAL = "paypal";
    private static final String CARD = "card";

    private Outcomes() {}

    /** @throws SandboxException when the method's simulator has no such outcome */
    static String ofPayment(String name, String method) {
        Optional<? extends Playable> known = switch (method) {
            case PAYPAL -> io.sluice.sandbox.simulators.paypal.model.Outcome.ofLabel(name);
            case CARD -> io.sluice.sandbox.simulators.bank.model.Outcome.ofLabel(name);
            default -> Outcome.ofLabel(name);
        };
        return label(known, name, "pay");
    }

    /** @throws SandboxException when no simulator has such an outcome */
    static String ofRefund(String name) {
        Optional<? extends Playable> known = RefundOutcome.ofLabel(name)
                .<Playable>map(one -> one)
                .or(() -> Play.ofLabel(name))
                .or(() -> io.sluice.sandbox.simulators.bank.model.Outcome.ofLabel(name));
        return label(known, name, "refund");
    }

    private static String label(Optional<? extends Playable> known, String name, String command) {
        return known.map(Playable::label)
                .orElseThrow(() -> new SandboxException(
                        "there is no outcome '" + name + "': ./sluice " + command + " --help lists them"));
    }
}
