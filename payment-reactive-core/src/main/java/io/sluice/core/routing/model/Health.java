package io.sluice.core.routing.model;

import java.util.Locale;

/**
 * How a channel account has done lately, as this instance saw it.
 *
 * @param successPermille of the orders that were answered or lost, those that were taken; 1000 where there were none
 * @param latencyMs the mean time to an answer
 * @param samples how many orders this rests upon
 */
public record Health(State state, int successPermille, int latencyMs, int samples) {

    /** An account that nobody has seen fail. */
    public static final Health UNSEEN = new Health(State.WORKING, 1000, 0, 0);

    /** Whether payments may be sent there. */
    public enum State {
        WORKING,
        /** It failed and may work again: few payments try. */
        RECOVERING,
        /** It fails, or does not answer. */
        FAILING;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
