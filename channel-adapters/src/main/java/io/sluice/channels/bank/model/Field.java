package io.sluice.channels.bank.model;

/** Numbers of the data elements that are spoken with bank hosts. */
public final class Field {

    public static final int PAN = 2;
    public static final int PROCESSING = 3;
    public static final int AMOUNT = 4;
    public static final int SENT_AT = 7;
    public static final int STAN = 11;
    public static final int LOCAL_TIME = 12;
    public static final int LOCAL_DATE = 13;
    public static final int EXPIRY = 14;
    public static final int ENTRY_MODE = 22;
    public static final int CONDITION = 25;
    public static final int ACQUIRER = 32;
    public static final int RETRIEVAL = 37;
    public static final int AUTHORIZATION = 38;
    public static final int CODE = 39;
    public static final int TERMINAL = 41;
    public static final int MERCHANT = 42;
    public static final int TEXT = 43;
    public static final int ADDITIONAL = 48;
    public static final int CURRENCY = 49;
    public static final int AMOUNTS = 54;
    public static final int TYPE_AND_BATCH = 60;
    public static final int ORIGINAL = 61;
    public static final int MAC = 64;

    private Field() {}
}
