package io.sluice.edge.event.model;

import java.nio.charset.StandardCharsets;

/** An event as {@code text/event-stream} has it. */
public final class EventText {

    private static final String RECONNECT_AFTER_MS = "1000";

    /** A comment, so that nobody in between takes silence for death. */
    private static final String HEARTBEAT = ":alive\n\n";

    private EventText() {}

    /** @param id with which a client comes back in Last-Event-ID */
    public static byte[] of(String id, String type, String body) {
        String text = "id:" + id + "\nevent:" + type + "\nretry:" + RECONNECT_AFTER_MS + "\ndata:"
                + body.replace("\n", "\ndata:") + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] heartbeat() {
        return HEARTBEAT.getBytes(StandardCharsets.UTF_8);
    }
}
