package io.sluice.sandbox.simulators.bank.model;

/** Answers in DE 39. */
public final class Codes {
    public static final String APPROVED = "00";
    public static final String DECLINED = "05";
    public static final String PARTLY = "10";
    public static final String INVALID_TRANSACTION = "12";
    public static final String INVALID_AMOUNT = "13";
    public static final String INVALID_CARD = "14";
    /** Of a reversal: unable to take back, the transaction stands. */
    public static final String STANDS = "21";

    public static final String NO_ORIGINAL = "25";
    public static final String FORMAT = "30";
    public static final String SIGN_ON = "77";
    public static final String UNAVAILABLE = "91";
    public static final String DUPLICATE = "94";
    public static final String SYSTEM_ERROR = "96";
    public static final String BAD_MAC = "A0";

    private Codes() {}
}
