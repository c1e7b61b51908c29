package io.sluice.compare.contestant;

import io.sluice.sandbox.place.SandboxException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Who can take part. */
public enum Variant {
    /** Sluice's edge with its relay: the work that the baseline does, and more. */
    SLUICE("sluice"),
    /** All of Sluice's apps, with books and webhooks. */
    PRODUCT("sluice-product"),
    /** Spring MVC on virtual threads. */
    MVC("mvc"),
    /** The same, verifying with AmazonCorrettoCryptoProvider. */
    MVC_CORRETTO("mvc-corretto"),
    /** The same, and its writes gathered. */
    MVC_GATHERED("mvc-gathered"),
    /** The rows in gathered statements and the verifications, behind a bare server, without a channel. */
    FLOOR("floor");

    private final String label;

    Variant(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Variant labelled(String label) {
        return Arrays.stream(values())
                .filter(variant -> variant.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new SandboxException("there is no contestant " + label + "; there are "
                        + Arrays.stream(values()).map(Variant::label).collect(Collectors.joining(", "))));
    }

    /** Starts it on a port of its own. Blocks until it is ready. */
    public Contestant start(Ground ground, int portBase) {
        return switch (this) {
            case SLUICE -> Sluice.start(label, ground, portBase, Sluice.EDGE_ONLY);
            case PRODUCT -> Sluice.start(label, ground, portBase, Sluice.ALL_APPS);
            case MVC -> Baseline.start(label, ground, portBase, false, false);
            case MVC_CORRETTO -> Baseline.start(label, ground, portBase, true, false);
            case MVC_GATHERED -> Baseline.start(label, ground, portBase, true, true);
            case FLOOR -> FloorProcess.start(label, ground, portBase);
        };
    }
}
