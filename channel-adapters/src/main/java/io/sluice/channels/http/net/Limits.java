package io.sluice.channels.http.net;

import java.time.Duration;

/**
 * What a pool may come to.
 *
 * @param connections how many at most
 * @param waiting how many calls may wait for one
 * @param longestWait how long each of them may
 * @param longestIdle how long a connection is kept that nobody uses
 * @param longestLife how long any connection is
 */
public record Limits(int connections, int waiting, Duration longestWait, Duration longestIdle, Duration longestLife) {}
