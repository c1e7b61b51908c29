package io.sluice.compare;

import io.sluice.compare.contestant.CallbackReceiver;
import io.sluice.compare.contestant.Ground;
import io.sluice.compare.contestant.Sluice;
import io.sluice.compare.load.Generator;
import io.sluice.compare.load.PreparedCallbacks;
import io.sluice.compare.load.PreparedRequests;
import io.sluice.compare.report.model.Load;
import io.sluice.compare.report.model.Round;
import io.sluice.compare.report.model.Side;
import io.sluice.sandbox.place.SandboxException;
import java.util.ArrayList;
import java.util.List;

/**
 * Payments that wait for their payers, and then as many callbacks of the channel, which conclude them: through the app that
 * channels call, each verified, recorded and its payment concluded durably before it is answered.
 */
final class CallbackRounds {
    private final Ground ground;
    private final Sluice sluice;
    private final PreparedRequests requests;
    private final Generator generator;
    private final Meter meter;
    private final PreparedCallbacks callbacks;

    CallbackRounds(Ground ground, Sluice sluice, PreparedRequests requests, Generator generator, Meter meter) {
        this.ground = ground;
        this.sluice = sluice;
        this.requests = requests;
        this.generator = generator;
        this.meter = meter;
        String account = ground.texts(
                        sluice.name(),
                        "select 'cha_' || replace(account_id::text, '-', '') from sluice.channel_account")
                .getFirst();
        this.callbacks = new PreparedCallbacks(account, ground.channelKey().signingText());
    }

    /** Starts the app for as long as it takes: in no other load is it up beside the edge. */
    List<Round> measure(Plan plan) throws InterruptedException {
        try (var receiver = sluice.startCallbackReceiver()) {
            Console.progress("warming up with %,d callbacks".formatted(plan.warmUp()));
            generator.warmUp(sluice.port(), requests.prepareWaiting(plan.warmUp()), plan.connections());
            generator.warmUpCallbacks(receiver.port(), callbacks.prepare(waiting()), plan.connections());
            List<Round> rounds = new ArrayList<>();
            for (int i = 1; i <= plan.rounds(); i++) {
                Console.progress("payments that wait, and callbacks, round " + i);
                rounds.addAll(round(Turn.begin(i, Load.CALLBACKS), receiver, plan));
            }
            return rounds;
        }
    }

    private List<Round> round(Turn turn, CallbackReceiver receiver, Plan plan) throws InterruptedException {
        List<byte[]> payments = requests.prepareWaiting(plan.callbacks());
        ground.settle(sluice.name());
        Round created = meter.measured(
                turn,
                Side.CREATING,
                receiver.creating(),
                () -> generator.closedLoop(sluice.port(), payments, plan.connections()));
        List<byte[]> said = callbacks.prepare(waiting());
        ground.settle(sluice.name());
        Round concluded = meter.measured(
                turn,
                Side.CONCLUDING,
                receiver.receiving(),
                () -> generator.callBack(receiver.port(), said, plan.connections()));
        requireNoneWaits();
        return List.of(created, concluded);
    }

    /** The channel's numbers of payments that wait for their payers. */
    private List<String> waiting() {
        return ground.texts(
                sluice.name(),
                "select replace(attempt_id::text, '-', '') from sluice.attempt where state = 'ACCEPTED'");
    }

    /** An answer says that a callback was understood, the database says that it concluded its payment. */
    private void requireNoneWaits() {
        int left = waiting().size();
        if (left > 0) {
            throw new SandboxException(left + " callbacks were acknowledged and concluded no payment;"
                    + " the callback-receiver's log is kept beside the others");
        }
    }
}
