package io.sluice.sandbox.checker.evidence;

/**
 * One request of the client's with what was answered; texts are empty where there is none.
 *
 * @param call {@code pay}, {@code refund}, {@code cancel} or {@code read}
 * @param key the idempotency key
 * @param status 0 when there was no answer
 * @param code of the problem that refused it
 * @param state of the refund for a refund, of the payment otherwise
 */
public record Answer(
        String call, String order, String key, int status, String code, String payment, String refund, String state) {

    public boolean granted() {
        return status / 100 == 2;
    }
}
