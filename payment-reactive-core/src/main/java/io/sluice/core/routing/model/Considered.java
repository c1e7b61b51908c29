package io.sluice.core.routing.model;

import io.sluice.core.id.ChannelAccountId;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that was considered: it was excluded, or has a score.
 *
 * @param costMinor what the channel takes for the payment; null where nobody said so
 */
public record Considered(
        ChannelAccountId account,
        @Nullable Exclusion exclusion,
        @Nullable Score score,
        @Nullable Long costMinor) {}
