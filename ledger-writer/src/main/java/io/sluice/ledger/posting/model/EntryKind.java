package io.sluice.ledger.posting.model;

/** Why an entry was made. The codes are kept in the books. */
public enum EntryKind {
    CHARGE("charge"),
    CHARGE_VOIDED("charge_voided"),
    CONFLICT_HELD("conflict_held"),
    CONFLICT_RELEASED("conflict_released"),
    CONFLICT_GIVEN_BACK("conflict_given_back"),
    CONFLICT_BOUNCED("conflict_bounced"),
    CONFLICT_WITHDRAWN("conflict_withdrawn"),
    CAPTURE("capture"),
    CAPTURE_VOIDED("capture_voided"),
    REFUND("refund"),
    REFUND_RETURNED("refund_returned"),
    PAYOUT_RESERVED("payout_reserved"),
    PAYOUT_PAID("payout_paid"),
    PAYOUT_RELEASED("payout_released"),
    PAYOUT_RETURNED("payout_returned");

    private final String code;

    EntryKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
