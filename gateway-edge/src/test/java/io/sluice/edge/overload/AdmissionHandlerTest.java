package io.sluice.edge.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One connection, byte for byte, before a gate that lets one in. */
class AdmissionHandlerTest {

    private static final Duration DRAIN_WITHIN = Duration.ofSeconds(2);
    private static final String HEAD = "POST /v1/payments HTTP/1.1\r\nHost: a\r\n";
    private static final String WHOLE = HEAD + "Content-Length: 2\r\n\r\n{}";

    private final Gate gate = new Gate(
            new AdmissionSettings(Duration.ofMillis(100), Duration.ofMillis(10), Duration.ofSeconds(1), 1),
            System::nanoTime);
    private final EmbeddedChannel connection =
            new EmbeddedChannel(new HttpServerCodec(), new AdmissionHandler(gate, DRAIN_WITHIN));

    @AfterEach
    void nothingIsLeftOver() {
        connection.finishAndReleaseAll();
        assertThat(gate.open()).isZero();
        assertThat(gate.working()).isZero();
    }

    @Test
    void whoIsRefusedIsToldSoAtOnceAndMayStay() {
        Slot other = somebodyElse();
        send(WHOLE);
        assertThat(answered())
                .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                .contains("content-type: application/problem+json")
                .containsPattern("retry-after: [123]\r\n")
                .contains("\"code\":\"overloaded\"")
                .doesNotContain("connection: close");
        other.over();
        send(WHOLE);
        assertThat(handedOn()).isEqualTo(1);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void thoseRefusedTogetherDoNotComeBackTogether() {
        Slot other = somebodyElse();
        send(WHOLE + WHOLE + WHOLE);
        assertThat(answered()).contains("retry-after: 1\r\n", "retry-after: 2\r\n", "retry-after: 3\r\n");
        other.over();
    }

    @Test
    void theAnswerDoesNotWaitForTheBodyButTheConnectionDoes() {
        Slot other = somebodyElse();
        send(HEAD + "Content-Length: 2\r\n\r\n");
        assertThat(answered()).startsWith("HTTP/1.1 503").doesNotContain("connection: close");
        other.over();
        send("{}");
        assertThat(handedOn()).isZero();
        send(WHOLE);
        assertThat(handedOn()).isEqualTo(1);
    }

    @Test
    void aBodyThatDoesNotComeClosesTheConnection() {
        Slot other = somebodyElse();
        send(HEAD + "Content-Length: 2\r\n\r\n");
        connection.advanceTimeBy(DRAIN_WITHIN.toMillis() + 1, TimeUnit.MILLISECONDS);
        connection.runScheduledPendingTasks();
        assertThat(connection.isOpen()).isFalse();
        other.over();
    }

    @Test
    void whatIsNotSmallIsToldThatTheConnectionCloses() {
        Slot other = somebodyElse();
        send(HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");
        assertThat(answered()).startsWith("HTTP/1.1 503").contains("connection: close");
        assertThat(connection.isOpen()).isTrue();
        send("0\r\n\r\n");
        assertThat(connection.isOpen()).isFalse();
        other.over();
    }

    @Test
    void aRefusalDoesNotOvertakeAnEarlierAnswer() {
        send(WHOLE + WHOLE + WHOLE);
        assertThat(handedOn()).isEqualTo(1);
        assertThat(answered()).isEmpty();
        answer();
        assertThat(answered())
                .startsWith("HTTP/1.1 201")
                .contains("HTTP/1.1 503")
                .contains("connection: close");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void roomIsGivenBackWhenTheAnswerBegins() {
        send(WHOLE);
        assertThat(gate.open()).isEqualTo(1);
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        assertThat(gate.open()).isEqualTo(1);
        answer();
        assertThat(gate.open()).isZero();
        handedOn();
    }

    @Test
    void roomIsGivenBackWhenTheClientLeaves() {
        send(WHOLE);
        handedOn();
        connection.close().syncUninterruptibly();
        assertThat(gate.open()).isZero();
    }

    @Test
    void whatCostsNothingIsNotGuarded() {
        Slot other = somebodyElse();
        send("GET /openapi.yaml HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(handedOn()).isEqualTo(1);
        assertThat(answered()).isEmpty();
        other.over();
    }

    private Slot somebodyElse() {
        return gate.admit(gate.share("elsewhere", null), "elsewhere", null);
    }

    private void send(String bytes) {
        connection.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
    }

    private void answer() {
        connection.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CREATED, Unpooled.EMPTY_BUFFER));
    }

    /** How many requests came through, as a whole. */
    private int handedOn() {
        int requests = 0;
        int whole = 0;
        for (Object message = connection.readInbound(); message != null; message = connection.readInbound()) {
            requests += message instanceof HttpRequest ? 1 : 0;
            whole += message instanceof LastHttpContent ? 1 : 0;
            ReferenceCountUtil.release(message);
        }
        assertThat(whole).isEqualTo(requests);
        return requests;
    }

    private String answered() {
        StringBuilder text = new StringBuilder();
        for (ByteBuf bytes = connection.readOutbound(); bytes != null; bytes = connection.readOutbound()) {
            text.append(bytes.toString(StandardCharsets.UTF_8));
            bytes.release();
        }
        return text.toString();
    }
}
