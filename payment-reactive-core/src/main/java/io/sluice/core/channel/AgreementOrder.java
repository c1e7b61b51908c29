package io.sluice.core.channel;

/**
 * What a payer is to agree to. Its {@code toString} shows neither the card nor the telephone number.
 *
 * @param number of this call, durable before this order exists
 * @param agreement our name of the agreement, the same in all calls about it: 32 letters and digits
 * @param card to be charged by it
 * @param phone which the payer's bank knows, digits only
 */
public record AgreementOrder(String number, String agreement, Card card, String phone) {

    @Override
    public String toString() {
        return "AgreementOrder[" + number + ", " + agreement + "]";
    }
}
