package io.sluice.sandbox.run;

import io.sluice.sandbox.place.Port;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The apps of the gateway. */
public enum AppKind {
    EDGE("io.sluice.edge.EdgeApp", Port.EDGE_MANAGEMENT),
    CALLBACK("io.sluice.callback.CallbackApp", Port.CALLBACK_MANAGEMENT),
    LEDGER("io.sluice.ledger.LedgerApp", Port.LEDGER_MANAGEMENT),
    NOTIFIER("io.sluice.notifier.NotifierApp", Port.NOTIFIER_MANAGEMENT);

    private final String mainClass;
    private final Port management;

    AppKind(String mainClass, Port management) {
        this.mainClass = mainClass;
        this.management = management;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mainClass() {
        return mainClass;
    }

    Port management() {
        return management;
    }

    public static Optional<AppKind> labelled(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }
}
