package io.sluice.channels.bank.net;

import io.sluice.channels.bank.model.Terminal;
import java.time.Duration;

/**
 * Where and as whom to connect.
 *
 * @param connections how many at once
 * @param patience how long a request may wait for a connection to come up
 * @param echo how long a connection may be quiet before it is asked whether it lives
 */
public record HostAddress(
        String host, int port, Terminal terminal, int connections, Duration patience, Duration echo) {}
