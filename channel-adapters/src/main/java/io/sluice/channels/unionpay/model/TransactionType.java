package io.sluice.channels.unionpay.model;

import java.util.Arrays;
import java.util.Optional;

/** ACP's transactions, by {@code txnType} and {@code txnSubType}. */
public enum TransactionType {
    QUERY("00", "00"),
    PAY("01", "01"),
    PREAUTH("02", "01"),
    COMPLETION("03", "00"),
    REFUND("04", "00"),
    PAYOUT("12", "00"),
    VOID("31", "00"),
    PREAUTH_VOID("32", "00"),
    COMPLETION_VOID("33", "00"),
    BIND("72", "01"),
    UNBIND("74", "01"),
    BIND_QUERY("75", "00"),
    SMS_CODE("77", "00");

    private final String type;
    private final String subType;

    TransactionType(String type, String subType) {
        this.type = type;
        this.subType = subType;
    }

    static Optional<TransactionType> of(String txnType) {
        return Arrays.stream(values()).filter(one -> one.type.equals(txnType)).findFirst();
    }

    String type() {
        return type;
    }

    String subType() {
        return subType;
    }

    /** Whether money is moved or held by it, or let go. */
    public boolean isAboutMoney() {
        return switch (this) {
            case PAY, PREAUTH, COMPLETION, REFUND, PAYOUT, VOID, PREAUTH_VOID, COMPLETION_VOID -> true;
            case QUERY, BIND, UNBIND, BIND_QUERY, SMS_CODE -> false;
        };
    }

    /** Whether the payer is asked, in his browser. */
    public boolean opens() {
        return this == PAY || this == PREAUTH;
    }
}
