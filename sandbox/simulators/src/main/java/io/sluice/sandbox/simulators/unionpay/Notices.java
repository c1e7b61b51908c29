package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Plan;
import io.sluice.sandbox.simulators.callback.model.ResendSchedule;
import io.sluice.sandbox.simulators.callback.model.Variant;
import io.sluice.sandbox.simulators.keys.Nonces;
import io.sluice.sandbox.simulators.model.Play;
import io.sluice.sandbox.simulators.unionpay.model.PayoutPlay;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes the back notices that follow what succeeded, and what came back after that; of what failed there are none. */
record Notices(ResendSchedule schedule) {
    static final List<Duration> RESEND_PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofMinutes(5));

    List<Callback> after(Transaction ended, Instant now) {
        return ended.isDone() || ended.payout() == PayoutPlay.BOUNCED
                ? plan(ended).steps().stream()
                        .map(step -> notice(ended, step, now))
                        .toList()
                : List.of();
    }

    private static Plan plan(Transaction ended) {
        if (ended.outcome() != null) {
            return ended.outcome().notices();
        }
        return ended.play() == Play.SILENT
                        || (ended.payout() != null && ended.payout().isUnnoticed())
                ? Plan.NONE
                : Plan.ONE;
    }

    private Callback notice(Transaction ended, Plan.Step step, Instant now) {
        return new Callback(
                Nonces.next(),
                step.variant(),
                "txnType " + ended.kind().type(),
                ended.kind().name(),
                ended.key().merId(),
                ended.key().orderId(),
                ended.backUrl(),
                Json.MAPPER.writeValueAsString(fields(ended, step.variant())),
                step.copies(),
                now,
                0,
                now.plus(schedule.scaled(step.after())));
    }

    private static Map<String, String> fields(Transaction ended, Variant variant) {
        return switch (variant) {
            case HONEST, PROBE -> Answers.notice(ended, ended.code(), ended.fen());
            case STALE -> Answers.notice(ended, ResponseCode.ACCEPTED, ended.fen());
            case WRONG_AMOUNT -> Answers.notice(ended, ResponseCode.SUCCESS, ended.fen() + 1);
        };
    }
}
