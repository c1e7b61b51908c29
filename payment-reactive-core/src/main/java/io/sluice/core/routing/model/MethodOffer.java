package io.sluice.core.routing.model;

import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.id.ChannelAccountId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a merchant's payers can pay, as this instance sees it now.
 *
 * @param through the merchant's accounts that have the method, in the order of preference, at least one
 */
public record MethodOffer(String method, List<Through> through) {

    /**
     * One account.
     *
     * @param terms what of the method its channel and the contract with it allow
     * @param objection why no payment goes there now; null when payments do
     */
    public record Through(
            ChannelAccountId account,
            String channel,
            MethodCapability terms,
            Health.State health,
            @Nullable Exclusion objection) {

        public boolean isAvailable() {
            return objection == null;
        }
    }

    /** Whether a payment that is within the terms of one account would be taken. */
    public boolean isAvailable() {
        return through.stream().anyMatch(Through::isAvailable);
    }

    /** What the request must bring, whichever account takes it. */
    public List<String> requires() {
        return each(terms -> terms.requires().stream());
    }

    public List<String> currencies() {
        return each(terms -> terms.currencies().stream());
    }

    /** Whether there is an account that holds money, to be captured later. */
    public boolean canHold() {
        return through.stream().anyMatch(one -> one.terms().captures() != ManualCapture.NONE);
    }

    private List<String> each(Function<MethodCapability, Stream<String>> words) {
        return through.stream()
                .map(Through::terms)
                .flatMap(words)
                .distinct()
                .sorted()
                .toList();
    }
}
