package io.sluice.edge.authentication.redis;

import io.lettuce.core.TimeoutOptions.TimeoutSource;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import java.time.Duration;

/** How long Redis may take to answer, by what hangs on it. */
final class AnswerWithin extends TimeoutSource {
    /** Admission decides for itself when Redis is late. */
    static final Duration ADMISSION = Duration.ofMillis(100);

    /** Nobody else knows a ticket, and one that was redeemed without an answer is lost. */
    private static final Duration TICKET = Duration.ofSeconds(1);

    private final Duration admission;

    AnswerWithin(Duration admission) {
        this.admission = admission;
    }

    @Override
    public long getTimeout(RedisCommand<?, ?, ?> command) {
        boolean admits = command.getType() == CommandType.EVALSHA || command.getType() == CommandType.EVAL;
        return (admits ? admission : TICKET).toMillis();
    }
}
