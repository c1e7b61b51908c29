package io.sluice.channels.unionpay.model;

/** What ACP's response codes have in common. */
enum Word {
    /** 00, and A6: with a defect that is not ours, and it stands. */
    DONE,
    /** Ask again later. */
    PENDING,
    /** Refused before anything was done, by a channel that may do it another time. */
    BUSY,
    /** Refused before anything was done: the request or the merchant is not as they should be. */
    UNACCEPTABLE,
    /** There is a transaction of this merchant, number and time. */
    DUPLICATE,
    /** There is none. */
    ABSENT,
    /** The card was debited and something after that was not done. */
    DEBITED,
    /** Not done, and it will not be. */
    FAILED;

    static Word of(String code) {
        return switch (code) {
            case "00", "A6" -> DONE;
            case "03", "04", "05" -> PENDING;
            case "02", "06", "37" -> BUSY;
            case "10", "11", "13", "31", "32", "43" -> UNACCEPTABLE;
            case "12" -> DUPLICATE;
            case "34" -> ABSENT;
            case "42", "74", "75" -> DEBITED;
            default -> FAILED;
        };
    }
}
