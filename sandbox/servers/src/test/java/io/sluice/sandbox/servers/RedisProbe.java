package io.sluice.sandbox.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One inline command and the text of its answer. */
final class RedisProbe {
    private RedisProbe() {}

    static String send(EmbeddedRedis redis, String command) throws IOException {
        try (var socket = new Socket(redis.host(), redis.port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var line = answer.readLine();
            return line.startsWith("$") ? answer.readLine() : line;
        }
    }
}
