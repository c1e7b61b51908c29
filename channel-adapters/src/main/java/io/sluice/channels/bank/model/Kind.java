package io.sluice.channels.bank.model;

import java.util.Arrays;
import java.util.Optional;

/** The transactions, told apart by message type, processing code, condition and transaction type (DE 60.1). */
public enum Kind {
    BALANCE(Message.FINANCIAL_REQUEST, "310000", "00", "01"),
    PURCHASE(Message.FINANCIAL_REQUEST, "000000", "00", "22"),
    VOID(Message.FINANCIAL_REQUEST, "200000", "00", "23"),
    REFUND(Message.FINANCIAL_ADVICE, "200000", "00", "25"),
    PREAUTH(Message.AUTHORIZATION_REQUEST, "030000", "06", "10"),
    PREAUTH_VOID(Message.AUTHORIZATION_REQUEST, "200000", "06", "11"),
    COMPLETION(Message.FINANCIAL_REQUEST, "000000", "06", "20"),
    COMPLETION_VOID(Message.FINANCIAL_REQUEST, "200000", "06", "21");

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

    /** Empty for a message that asks for no transaction, such as a reversal. */
    public static Optional<Kind> of(Message request) {
        return Arrays.stream(values())
                .filter(kind -> request.type() == kind.type
                        && request.text(Field.TYPE_AND_BATCH).startsWith(kind.transactionType))
                .findFirst();
    }

    int type() {
        return type;
    }

    String processing() {
        return processing;
    }

    String condition() {
        return condition;
    }

    String transactionType() {
        return transactionType;
    }

    /** Whether it opens something that a card pays for. */
    boolean opens() {
        return this == PURCHASE || this == PREAUTH;
    }
}
