package io.sluice.sandbox.simulators.alipay.model;

/** Alipay's own words for no, each with the code that carries it. */
public enum SubCode {
    MISSING_METHOD(40001, "isv.missing-method", "'method' is missing"),
    MISSING_APP_ID(40001, "isv.missing-app-id", "'app_id' is missing"),
    MISSING_SIGNATURE(40001, "isv.missing-signature", "'sign' is missing"),
    MISSING_SIGNATURE_TYPE(40001, "isv.missing-signature-type", "'sign_type' is missing, RSA2 would be right"),
    MISSING_TIMESTAMP(40001, "isv.missing-timestamp", "'timestamp' is missing"),
    MISSING_VERSION(40001, "isv.missing-version", "'version' is missing, 1.0 would be right"),
    INVALID_APP_ID(40002, "isv.invalid-app-id", "No app has this app_id"),
    INVALID_METHOD(40002, "isv.invalid-method", "There is no such method"),
    INVALID_FORMAT(40002, "isv.invalid-format", "'format' must be JSON"),
    INVALID_CHARSET(40002, "isv.invalid-charset", "'charset' must be utf-8"),
    INVALID_SIGNATURE_TYPE(40002, "isv.invalid-signature-type", "'sign_type' must be RSA2"),
    INVALID_SIGNATURE(
            40002, "isv.invalid-signature", "The signature does not match the sorted parameters, or the app's key"),
    INVALID_TIMESTAMP(
            40002,
            "isv.invalid-timestamp",
            "'timestamp' must be yyyy-MM-dd HH:mm:ss in GMT+8, within 10 minutes of now"),
    INVALID_CONTENT(40002, "isv.invalid-parameter", "'biz_content' must be a JSON object"),
    CALL_LIMITED(40005, "isv.app-call-limited", "Too many requests, slow down"),
    INSUFFICIENT_PERMISSIONS(40006, "isv.insufficient-isv-permissions", "The app has no contract for this method"),
    SYSTEM_ERROR(20000, "ACQ.SYSTEM_ERROR", "Something broke: query before you do anything else"),
    INVALID_PARAMETER(40004, "ACQ.INVALID_PARAMETER", "A parameter is wrong"),
    CONTEXT_INCONSISTENT(40004, "ACQ.CONTEXT_INCONSISTENT", "out_trade_no was used with other parameters"),
    TRADE_NOT_EXIST(40004, "ACQ.TRADE_NOT_EXIST", "There is no such trade"),
    TRADE_HAS_SUCCESS(40004, "ACQ.TRADE_HAS_SUCCESS", "The trade is already paid"),
    TRADE_HAS_CLOSE(40004, "ACQ.TRADE_HAS_CLOSE", "The trade is closed: use another out_trade_no"),
    TRADE_HAS_FINISHED(40004, "ACQ.TRADE_HAS_FINISHED", "The trade is finished: nothing follows any more"),
    TRADE_STATUS_ERROR(40004, "ACQ.TRADE_STATUS_ERROR", "The trade's status does not allow it"),
    PAYMENT_AUTH_CODE_INVALID(40004, "ACQ.PAYMENT_AUTH_CODE_INVALID", "No payer has this code, or it is too old"),
    BUYER_BALANCE_NOT_ENOUGH(40004, "ACQ.BUYER_BALANCE_NOT_ENOUGH", "The payer has not enough money"),
    SELLER_BALANCE_NOT_ENOUGH(40004, "ACQ.SELLER_BALANCE_NOT_ENOUGH", "The merchant's balance does not cover it"),
    REFUND_TOO_MUCH(40004, "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "Refunds would exceed what was paid"),
    DISCORDANT_REPEAT_REQUEST(40004, "ACQ.DISCORDANT_REPEAT_REQUEST", "out_request_no was used with another amount"),
    BILL_NOT_EXIST(40004, "isp.bill_not_exist", "There is no bill of this day");

    private final int code;
    private final String wireName;
    private final String message;

    SubCode(int code, String wireName, String message) {
        this.code = code;
        this.wireName = wireName;
        this.message = message;
    }

    /** What {@code code} says. */
    public int code() {
        return code;
    }

    /** What {@code sub_code} says. */
    public String wireName() {
        return wireName;
    }

    public String message() {
        return message;
    }
}
