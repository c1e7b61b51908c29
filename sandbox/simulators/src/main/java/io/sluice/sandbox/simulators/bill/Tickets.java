package io.sluice.sandbox.simulators.bill;

import io.sluice.sandbox.simulators.keys.Nonces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Addresses that live for a while.
 *
 * @param <T> what is to be had there
 */
public final class Tickets<T> {
    private final Duration lives;
    private final InstantSource clock;
    private final Map<String, Ticket<T>> tickets = new ConcurrentHashMap<>();

    private record Ticket<T>(T thing, Instant until) {}

    public Tickets(Duration lives, InstantSource clock) {
        this.lives = lives;
        this.clock = clock;
    }

    /** What stands in the address. */
    public String issue(T thing) {
        String token = Nonces.next();
        Instant now = clock.instant();
        tickets.values().removeIf(ticket -> now.isAfter(ticket.until()));
        tickets.put(token, new Ticket<>(thing, now.plus(lives)));
        return token;
    }

    /** Empty where there never was such an address, or is none any more. */
    public Optional<T> at(String token) {
        return Optional.ofNullable(tickets.get(token))
                .filter(ticket -> !clock.instant().isAfter(ticket.until()))
                .map(Ticket::thing);
    }
}
