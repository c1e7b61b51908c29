package io.sluice.core.agreement.model;

import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.id.AgreementId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A payment is made by an agreement where its method needs one, and by none but one that stands. */
public final class ChargePolicy {

    private ChargePolicy() {}

    /**
     * Why no payment is made, always about the field {@code agreement}.
     *
     * @param code stable, for the merchant's program
     */
    public record Objection(String code, String message) {}

    /**
     * Before the agreement is looked at.
     *
     * @param offers of the merchant's accounts; a method that nobody offers is not objected to here
     */
    public static Optional<Objection> objection(String method, @Nullable AgreementId named, List<Capabilities> offers) {
        List<MethodCapability> offered = Capabilities.offers(offers, method);
        boolean needed = offered.stream().anyMatch(MethodCapability::agreementRequired);
        if (needed && named == null) {
            return refused(
                    "agreement_required",
                    method + " needs agreement, the id of one that the payer agreed to (POST /v1/agreements)");
        }
        if (named != null && !needed && !offered.isEmpty()) {
            return refused("agreement_unexpected", method + " charges by no agreement: send none");
        }
        return Optional.empty();
    }

    /** @param found null when the merchant has no such agreement */
    public static Optional<Objection> objection(String method, AgreementId named, @Nullable Agreement found) {
        if (found == null) {
            return refused("agreement_unknown", "you have no agreement " + named);
        }
        if (!found.method().equals(method)) {
            return refused(
                    "agreement_mismatch",
                    "the agreement " + named + " was signed for " + found.method() + ", not for " + method);
        }
        if (!found.isUsable()) {
            return refused(
                    "agreement_unusable",
                    "only an active agreement can be charged, and " + named + " is "
                            + found.state().wireName());
        }
        return Optional.empty();
    }

    private static Optional<Objection> refused(String code, String message) {
        return Optional.of(new Objection(code, message));
    }
}
