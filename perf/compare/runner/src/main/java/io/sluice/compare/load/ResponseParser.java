package io.sluice.compare.load;

import io.netty.buffer.ByteBuf;
import java.util.function.IntConsumer;

/**
 * Finds the ends of HTTP/1.1 answers in a stream of bytes, and nothing else: a full decoder would cost more than what some
 * contestants do. Answers have a Content-Length or come in chunks without trailers.
 */
final class ResponseParser {
    private static final int STATUS_AT = 9;
    private static final int UNKNOWN = -1;

    private final StringBuilder line = new StringBuilder(64);
    private final IntConsumer answered;

    private Part part = Part.STATUS;
    private int status;
    private int remaining = UNKNOWN;

    private enum Part {
        STATUS,
        HEADERS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END
    }

    /** @param answered told the status of each answer when its last byte was read */
    ResponseParser(IntConsumer answered) {
        this.answered = answered;
    }

    void read(ByteBuf bytes) {
        while (bytes.isReadable()) {
            if (part == Part.BODY || part == Part.CHUNK) {
                skip(bytes);
            } else if (readLine(bytes)) {
                String text = line.toString();
                line.setLength(0);
                lineRead(text);
            }
        }
    }

    private void skip(ByteBuf bytes) {
        int length = Math.min(remaining, bytes.readableBytes());
        bytes.skipBytes(length);
        remaining -= length;
        if (remaining == 0) {
            if (part == Part.BODY) {
                finish();
            } else {
                part = Part.CHUNK_END;
            }
        }
    }

    private boolean readLine(ByteBuf bytes) {
        while (bytes.isReadable()) {
            byte next = bytes.readByte();
            if (next == '\n') {
                return true;
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return false;
    }

    private void lineRead(String text) {
        switch (part) {
            case STATUS -> {
                status = Integer.parseInt(text, STATUS_AT, STATUS_AT + 3, 10);
                part = Part.HEADERS;
            }
            case HEADERS -> header(text);
            case CHUNK_SIZE -> chunk(text);
            case CHUNK_END -> part = Part.CHUNK_SIZE;
            case BODY, CHUNK -> throw new IllegalStateException("bodies have no lines");
        }
    }

    private void header(String text) {
        if (text.isEmpty()) {
            bodyBegins();
        } else if (text.regionMatches(true, 0, "content-length:", 0, 15)) {
            remaining = Integer.parseInt(text.substring(15).strip());
        }
    }

    private void bodyBegins() {
        if (remaining == 0 || status == 204) {
            finish();
        } else {
            part = remaining == UNKNOWN ? Part.CHUNK_SIZE : Part.BODY;
        }
    }

    /** The line after the chunk of no length ends the answer. */
    private void chunk(String text) {
        if (text.isEmpty()) {
            finish();
            return;
        }
        remaining = Integer.parseInt(text, 16);
        part = remaining == 0 ? Part.CHUNK_SIZE : Part.CHUNK;
    }

    private void finish() {
        part = Part.STATUS;
        remaining = UNKNOWN;
        answered.accept(status);
    }
}
