package io.sluice.sandbox.simulators.unionpay.model;

/** The words in which this channel answers. */
public enum ResponseCode {
    SUCCESS("00", "Success"),
    ACCEPTED("05", "The transaction was accepted, please inquire later"),
    BUSY("06", "The system is busy, please try again later"),
    MALFORMED("10", "The message is malformed"),
    SIGNATURE("11", "The signature does not verify"),
    DUPLICATE("12", "There is a transaction with this merId, orderId and txnTime"),
    MISSING("13", "A field is missing"),
    REFUSED("30", "The transaction was not let through"),
    MERCHANT("31", "The merchant is not in order"),
    NOT_PERMITTED("32", "The merchant may not do this"),
    AMOUNT("33", "The amount is over the limit"),
    ABSENT("34", "There is no such transaction"),
    ORIGINAL("35", "The original transaction does not exist or is in another state"),
    DIFFERS("36", "It does not agree with the original transaction"),
    TOO_OFTEN("37", "Asked too often"),
    TOO_LATE("39", "It is not the time for this transaction"),
    ISSUER("60", "The issuer refused the transaction"),
    FUNDS("64", "The card lacks the money"),
    NOT_BOUND("77", "The card is not open for this merchant's payments"),
    CODE("71", "The code is not the one that was sent, or came too late"),
    TIMED_OUT("69", "The payer took too long"),
    NO_FILE("98", "There is no such file");

    private final String code;
    private final String message;

    ResponseCode(String code, String message) {
        this.code = code;
        this.message = message;
    }

    public String code() {
        return code;
    }

    public String message() {
        return message + "[" + code + "00000]";
    }
}
