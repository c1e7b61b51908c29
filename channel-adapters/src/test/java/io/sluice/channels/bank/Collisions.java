package io.sluice.channels.bank;

import io.sluice.channels.bank.model.Trace;
import io.sluice.core.id.AttemptId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers that share STAN and second. */
final class Collisions {

    private Collisions() {}

    /** Two; among the numbers of a second or two there are always some. */
    static List<String> find() {
        Map<String, String> seen = new HashMap<>();
        while (true) {
            String number = AttemptId.next().channelNumber();
            Trace trace = Trace.of(number, 0);
            String other = seen.put(trace.stan() + trace.sentAt(), number);
            if (other != null) {
                return List.of(other, number);
            }
        }
    }
}
