package io.sluice.core.channel;

import java.time.Clock;
import java.time.Duration;

/**
 * What the gateway lends its channels.
 *
 * @param callbackBaseUrl where channels call back; an account's callbacks go to {@code <base>/callbacks/<account id>}
 * @param deadline within which an answer must come, else the outcome is unknown
 * @param late who is told what comes after it
 */
public record ChannelEnvironment(Clock clock, String callbackBaseUrl, Duration deadline, LateAnswers late) {

    /** Where nobody listens to late answers. */
    public ChannelEnvironment(Clock clock, String callbackBaseUrl, Duration deadline) {
        this(clock, callbackBaseUrl, deadline, LateAnswers.UNHEARD);
    }
}
