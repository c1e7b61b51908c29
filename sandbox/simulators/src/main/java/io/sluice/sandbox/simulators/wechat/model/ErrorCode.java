package io.sluice.sandbox.simulators.wechat.model;

/** WeChat Pay's error codes, each with the HTTP status that carries it. */
public enum ErrorCode {
    PARAM_ERROR(400),
    INVALID_REQUEST(400),
    ORDER_CLOSED(400),
    APPID_MCHID_NOT_MATCH(400),
    STATEMENT_CREATING(400),
    NO_STATEMENT_EXIST(400),
    SIGN_ERROR(401),
    OUT_TRADE_NO_USED(403),
    NOT_ENOUGH(403),
    ORDER_NOT_EXIST(404),
    RESOURCE_NOT_EXISTS(404),
    FREQUENCY_LIMITED(429),
    SYSTEM_ERROR(500);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
