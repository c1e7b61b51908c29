package io.sluice.callback.intake.model;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import java.time.Instant;
import java.util.UUID;

/** One arrival of a callback, as it is kept. */
public record CallbackRecord(
        UUID id, ChannelAccountId account, MerchantId merchant, Instant receivedAt, Judged judged) {}
