package io.sluice.channels.http.net;

import java.time.Duration;

/**
 * How long a call waits.
 *
 * @param connect for a new connection, without TLS
 * @param answer from its being written to the last byte of the answer
 */
public record Patience(Duration connect, Duration answer) {}
