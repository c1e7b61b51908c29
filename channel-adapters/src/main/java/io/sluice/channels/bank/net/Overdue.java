package io.sluice.channels.bank.net;

import io.sluice.channels.bank.model.Field;
import io.sluice.channels.bank.model.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Requests that nobody waits for any more and whose answers may still come: the youngest, so many at most, without their cards. */
final class Overdue {

    private static final int MOST = 10_000;

    private final Map<MatchKey, Message> requests = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MatchKey, Message> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(MatchKey key, Message request) {
        requests.put(key, request.without(Field.PAN, Field.EXPIRY));
    }

    synchronized Optional<Message> take(MatchKey key) {
        return Optional.ofNullable(requests.remove(key));
    }
}
