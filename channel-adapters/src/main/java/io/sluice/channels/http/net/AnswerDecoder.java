package io.sluice.channels.http.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.util.ReferenceCountUtil;

/**
 * Reads answers, and knows which bytes are none's. What comes when nothing was asked, or in one piece with the end of an answer,
 * could be taken for the answer to the next request: nothing may be asked on such a connection any more.
 */
final class AnswerDecoder extends HttpResponseDecoder {

    private boolean asked;
    private boolean forHead;
    private boolean soiled;

    /** @param head the answer has no body, whatever its head says */
    void expectAnswer(boolean head) {
        asked = true;
        forHead = head;
    }

    /** The answer is whole. To be told while its last part is handed on, when what is left over is what follows it. */
    void expectNothing() {
        asked = false;
        soiled |= actualReadableBytes() > 0;
    }

    /** Whether more came than was asked for. */
    boolean isSoiled() {
        return soiled;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
        if (asked) {
            super.channelRead(context, bytes);
        } else {
            soiled = true;
            ReferenceCountUtil.release(bytes);
            var _ = context.close();
        }
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        return (forHead && !isInterim(message)) || super.isContentAlwaysEmpty(message);
    }

    private static boolean isInterim(HttpMessage message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
