package io.sluice.core.modification.model;

import io.sluice.core.channel.ModificationKind;

/**
 * How the outside calls a kind of modification: in ids, event types and documents. A void of a capture or of a charge is a void like another.
 *
 * @param word as in {@code refund.succeeded}
 * @param prefix of ids
 */
public record PublicName(String word, String prefix) {

    public static final PublicName CAPTURE = new PublicName("capture", "cap_");
    public static final PublicName VOID = new PublicName("void", "voi_");
    public static final PublicName REFUND = new PublicName("refund", "rfd_");

    public static PublicName of(ModificationKind kind) {
        return switch (kind) {
            case CAPTURE -> CAPTURE;
            case VOID, CAPTURE_VOID, CHARGE_VOID -> VOID;
            case REFUND -> REFUND;
        };
    }
}
