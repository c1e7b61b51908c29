package io.sluice.sandbox.simulators.unionpay.model;

/** @param detail what is wrong, or the empty text */
public record Refusal(ResponseCode code, String detail) {

    public static Refusal of(ResponseCode code) {
        return new Refusal(code, "");
    }

    public String message() {
        return detail.isEmpty() ? code.message() : code.message() + " " + detail;
    }
}
