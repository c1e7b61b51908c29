package io.sluice.channels.alipay.model;

import static io.sluice.core.channel.OutcomeCode.ACCOUNT_MISCONFIGURED;
import static io.sluice.core.channel.OutcomeCode.CHANNEL_BUSY;
import static io.sluice.core.channel.OutcomeCode.CLOSED_AT_CHANNEL;
import static io.sluice.core.channel.OutcomeCode.DECLINED;
import static io.sluice.core.channel.OutcomeCode.DECLINED_FOR_GOOD;
import static io.sluice.core.channel.OutcomeCode.INSUFFICIENT_FUNDS;
import static io.sluice.core.channel.OutcomeCode.LIMIT_EXCEEDED;
import static io.sluice.core.channel.OutcomeCode.OUTCOME_UNKNOWN;
import static io.sluice.core.channel.OutcomeCode.REQUEST_REFUSED;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.sluice.core.channel.OutcomeCode;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Alipay's codes in our words, as they are said of an order; {@code docs/outcome-codes.md}. What the gateway refuses before any business
 * sees it begins with {@code isv.}; what is in no table is not known to have done nothing.
 */
final class OutcomeCodes {

    private static final String REFUSED_BY_THE_GATEWAY = "isv.";

    static final Map<String, OutcomeCode> MEANINGS = Stream.of(
                    all(
                            OUTCOME_UNKNOWN,
                            "isp.unknow-error",
                            "aop.unknow-error",
                            "ACQ.SYSTEM_ERROR",
                            "ACQ.TRADE_HAS_SUCCESS",
                            "ACQ.CONTEXT_INCONSISTENT",
                            "ACQ.TRADE_NOT_EXIST"),
                    all(CLOSED_AT_CHANNEL, "ACQ.TRADE_HAS_CLOSE", "TRADE_CLOSED"),
                    all(
                            INSUFFICIENT_FUNDS,
                            "ACQ.BUYER_BALANCE_NOT_ENOUGH",
                            "ACQ.BUYER_BANKCARD_BALANCE_NOT_ENOUGH",
                            "ACQ.NO_PAYMENT_INSTRUMENTS_AVAILABLE"),
                    all(
                            LIMIT_EXCEEDED,
                            "ACQ.BEYOND_PAY_RESTRICTION",
                            "ACQ.BEYOND_PER_RECEIPT_RESTRICTION",
                            "ACQ.BUYER_PAYMENT_AMOUNT_DAY_LIMIT_ERROR",
                            "ACQ.BUYER_PAYMENT_AMOUNT_MONTH_LIMIT_ERROR",
                            "ACQ.ERROR_BUYER_CERTIFY_LEVEL_LIMIT",
                            "ACQ.TOTAL_FEE_EXCEED"),
                    all(
                            DECLINED,
                            "ACQ.PAYMENT_FAIL",
                            "ACQ.PAYMENT_AUTH_CODE_INVALID",
                            "ACQ.ERROR_BALANCE_PAYMENT_DISABLE",
                            "ACQ.MOBILE_PAYMENT_SWITCH_OFF",
                            "ACQ.USER_FACE_PAYMENT_SWITCH_OFF",
                            "ACQ.PULL_MOBILE_CASHIER_FAIL",
                            "ACQ.TRADE_BUYER_NOT_MATCH"),
                    all(
                            DECLINED_FOR_GOOD,
                            "ACQ.BUYER_ENABLE_STATUS_FORBID",
                            "ACQ.BUYER_SELLER_EQUAL",
                            "ACQ.PAYMENT_REQUEST_HAS_RISK"),
                    all(
                            REQUEST_REFUSED,
                            "ACQ.INVALID_PARAMETER",
                            "ACQ.EXIST_FORBIDDEN_WORD",
                            "ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR"),
                    all(
                            ACCOUNT_MISCONFIGURED,
                            "ACQ.ACCESS_FORBIDDEN",
                            "ACQ.PARTNER_ERROR",
                            "ACQ.SELLER_BEEN_BLOCKED",
                            "ACQ.INVALID_RECEIVE_ACCOUNT",
                            "ACQ.INVALID_STORE_ID",
                            "aop.invalid-auth-token",
                            "aop.invalid-app-auth-token",
                            "isv.missing-app-id",
                            "isv.invalid-app-id",
                            "isv.missing-signature",
                            "isv.missing-signature-type",
                            "isv.missing-signature-key",
                            "isv.invalid-signature",
                            "isv.invalid-signature-type",
                            "isv.invalid-timestamp",
                            "isv.insufficient-isv-permissions",
                            "isv.insufficient-user-permissions"),
                    all(CHANNEL_BUSY, "isv.app-call-limited", "isv.method-call-limited"))
            .flatMap(table -> table.entrySet().stream())
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private OutcomeCodes() {}

    static OutcomeCode of(String code) {
        return MEANINGS.getOrDefault(code, code.startsWith(REFUSED_BY_THE_GATEWAY) ? REQUEST_REFUSED : OUTCOME_UNKNOWN);
    }

    /** Whether the code says that the request was not processed at all. */
    static boolean saysNotProcessed(String code) {
        return switch (of(code)) {
            case REQUEST_REFUSED, ACCOUNT_MISCONFIGURED, CHANNEL_BUSY -> true;
            default -> false;
        };
    }

    private static Map<String, OutcomeCode> all(OutcomeCode meaning, String... codes) {
        return Stream.of(codes).collect(toUnmodifiableMap(code -> code, code -> meaning));
    }
}
