package io.sluice.sandbox.simulators.wechat.wire;

import java.nio.charset.StandardCharsets;

/** The parts of a request that a merchant signs: the target is path and query as sent. */
public final class SignedRequest {
    private final String method;
    private final String target;
    private final byte[] body;

    public SignedRequest(String method, String target, byte[] body) {
        this.method = method;
        this.target = target;
        this.body = body;
    }

    public String target() {
        return target;
    }

    public byte[] body() {
        return body;
    }

    /** METHOD, target, timestamp, nonce and body, each ended by a line feed. */
    byte[] message(Authorization authorization) {
        byte[] head = (method + '\n' + target + '\n' + authorization.timestamp() + '\n' + authorization.nonce() + '\n')
                .getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[head.length + body.length + 1];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        message[message.length - 1] = '\n';
        return message;
    }
}
