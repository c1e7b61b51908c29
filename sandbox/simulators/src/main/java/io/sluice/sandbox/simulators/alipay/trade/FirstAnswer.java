package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.alipay.model.SubCode;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.wire.Answers;
import io.sluice.sandbox.simulators.http.Answer;

/** The first answers to some requests go astray; a repetition gets through. */
final class FirstAnswer {
    private FirstAnswer() {}

    static Answer of(Trade trade, Answer right) {
        boolean first = trade.asked() == 1;
        return switch (trade.outcome()) {
            case TIMEOUT_CHARGED, CHARGED_LATE -> first ? Answer.NEVER : right;
            case ERROR_AFTER -> first ? Answers.error(SubCode.SYSTEM_ERROR) : right;
            case GARBAGE ->
                switch (trade.asked()) {
                    case 1 -> right.in(Answer.Manner.UNREADABLE);
                    case 2 -> right.in(Answer.Manner.FORGED);
                    default -> right;
                };
            default -> right;
        };
    }
}
