package io.sluice.core.routing.rule.model;

import io.sluice.core.id.ChannelAccountId;

/** An account's share of the volume: its weight over the sum of the weights of all accounts that can take the payment. */
public record VolumeShare(ChannelAccountId account, int weight) {}
