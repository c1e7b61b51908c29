package io.sluice.core.payment.model;

import io.sluice.core.id.ChannelAccountId;
import java.time.Duration;

/** Where an attempt goes, and for how long that channel's "no such order" may still be untrue. */
public record Route(ChannelAccountId account, String channel, Duration inDoubtWindow) {}
