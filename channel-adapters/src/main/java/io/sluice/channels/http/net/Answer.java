package io.sluice.channels.http.net;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An answer as far as it has come. Interim ones are passed over. */
final class Answer {

    private static final int MOST_BYTES = 1 << 20;
    private static final byte[] NOTHING = {};

    private @Nullable HttpResponse head;
    private byte[] bytes = NOTHING;
    private int size;
    private boolean whole;

    /** @throws BrokenAnswerException when it will never be one */
    void take(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            throw new BrokenAnswerException("the answer is not HTTP");
        }
        if (part instanceof HttpResponse response) {
            begin(response);
        }
        if (part instanceof HttpContent content) {
            append(content.content());
        }
        if (part instanceof LastHttpContent) {
            finish();
        }
    }

    private void begin(HttpResponse response) {
        if (response.protocolVersion().majorVersion() != 1) {
            throw new BrokenAnswerException("the answer is not HTTP/1");
        }
        if (response.status().code() == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
            throw new BrokenAnswerException("the answer is in a protocol that was not asked for");
        }
        head = response;
    }

    private void append(ByteBuf part) {
        int length = part.readableBytes();
        if (length == 0) {
            return;
        }
        if (size + length > MOST_BYTES) {
            throw new BrokenAnswerException("the answer has more than " + MOST_BYTES + " bytes");
        }
        if (size + length > bytes.length) {
            // Most answers come in one piece, which then is the body.
            bytes = Arrays.copyOf(bytes, size == 0 ? length : Math.max(2 * bytes.length, size + length));
        }
        part.readBytes(bytes, size, length);
        size += length;
    }

    private void finish() {
        if (head != null && head.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            head = null;
        } else {
            whole = head != null;
        }
    }

    boolean isWhole() {
        return whole;
    }

    /** HTTP/1.0 is not asked to keep anything alive. */
    boolean keepsAlive() {
        return head != null && head.protocolVersion().isKeepAliveDefault() && HttpUtil.isKeepAlive(head);
    }

    /** To be told when it is whole. */
    void tell(Call call) {
        if (head != null) {
            call.answered(head, size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
        }
    }
}
