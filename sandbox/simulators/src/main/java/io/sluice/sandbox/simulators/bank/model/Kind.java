package io.sluice.sandbox.simulators.bank.model;

import java.util.Arrays;
import java.util.Optional;

/** The transactions, told apart by message type, processing code, condition and transaction type. */
public enum Kind {
    BALANCE(0x0200, "310000", "00", "01"),
    PREAUTH(0x0100, "030000", "06", "10"),
    PREAUTH_VOID(0x0100, "200000", "06", "11"),
    COMPLETION(0x0200, "000000", "06", "20"),
    COMPLETION_VOID(0x0200, "200000", "06", "21"),
    PURCHASE(0x0200, "000000", "00", "22"),
    VOID(0x0200, "200000", "00", "23"),
    REFUND(0x0220, "200000", "00", "25");

    private final int type;
    private final String processing;
    private final String condition;
    private final String transactionType;

    Kind(int type, String processing, String condition, String transactionType) {
        this.type = type;
        this.processing = processing;
        this.condition = condition;
        this.transactionType = transactionType;
    }

    /** Empty when the fields do not fit together. */
    public static Optional<Kind> of(Message message) {
        return Arrays.stream(values()).filter(kind -> kind.fits(message)).findFirst();
    }

    private boolean fits(Message message) {
        return message.type() == type
                && message.text(De.PROCESSING).equals(processing)
                && message.text(De.CONDITION).equals(condition)
                && message.text(De.TYPE_AND_BATCH).startsWith(transactionType);
    }

    String processing() {
        return processing;
    }

    /** Collects money. */
    public boolean isCharge() {
        return this == PURCHASE || this == COMPLETION;
    }

    boolean isVoid() {
        return this == VOID || this == PREAUTH_VOID || this == COMPLETION_VOID;
    }

    /** What a void is a void of. */
    Kind voided() {
        return switch (this) {
            case VOID -> PURCHASE;
            case PREAUTH_VOID -> PREAUTH;
            case COMPLETION_VOID -> COMPLETION;
            default -> throw new IllegalStateException(this + " is no void");
        };
    }
}
