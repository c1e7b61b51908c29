package io.sluice.sandbox.simulators.unionpay.model;

import java.util.Arrays;
import java.util.Optional;

/** ACP's transactions by {@code txnType}. */
public enum Kind {
    PAY("01", "01"),
    PREAUTH("02", "01"),
    COMPLETION("03", "00"),
    REFUND("04", "00"),
    PAYOUT("12", "00"),
    VOID("31", "00"),
    PREAUTH_VOID("32", "00"),
    COMPLETION_VOID("33", "00");

    private final String type;
    private final String subType;

    Kind(String type, String subType) {
        this.type = type;
        this.subType = subType;
    }

    public static Optional<Kind> of(String type, String subType) {
        return Arrays.stream(values())
                .filter(one -> one.type.equals(type) && one.subType.equals(subType))
                .findFirst();
    }

    public String type() {
        return type;
    }

    public String subType() {
        return subType;
    }

    /** What the file of a clearing day calls it. */
    public String code() {
        return switch (this) {
            case PAY -> "S22";
            case PREAUTH -> "S20";
            case COMPLETION -> "S24";
            case REFUND -> "S30";
            case VOID -> "S61";
            case PREAUTH_VOID -> "S60";
            case COMPLETION_VOID -> "S63";
            case PAYOUT -> throw new IllegalStateException("payouts do not stand in the file of a clearing day");
        };
    }

    /** ACP's {@code bizType}: the gateway's payments, or payouts. */
    public String product() {
        return this == PAYOUT ? "000401" : "000201";
    }

    /** Whether a payer pays it in his browser. */
    public boolean opens() {
        return this == PAY || this == PREAUTH;
    }

    /** Whether money comes to the merchant by it. */
    public boolean isCharge() {
        return this == PAY || this == COMPLETION;
    }

    /** What it is about; null where it begins something. */
    boolean isAbout(Kind original) {
        return switch (this) {
            case PAY, PREAUTH, PAYOUT -> false;
            case COMPLETION, PREAUTH_VOID -> original == PREAUTH;
            case VOID -> original == PAY;
            case COMPLETION_VOID -> original == COMPLETION;
            case REFUND -> original.isCharge();
        };
    }

    /** Whether it undoes all of what it is about, on the day of that. */
    boolean isSameDayVoid() {
        return this == VOID || this == COMPLETION_VOID;
    }

    boolean isVoid() {
        return isSameDayVoid() || this == PREAUTH_VOID;
    }
}
