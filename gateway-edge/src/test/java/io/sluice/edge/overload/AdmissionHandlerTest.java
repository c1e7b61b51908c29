package io.sluice.edge.overload;

import static io.sluice.edge.overload.GatedConnection.HEAD;
import static io.sluice.edge.overload.GatedConnection.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One connection, byte for byte, before a gate that lets one in. */
class AdmissionHandlerTest {

    private final Gate gate = new Gate(
            new AdmissionSettings(
                    Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(1), 1),
            System::nanoTime);
    private final GatedConnection connection = new GatedConnection(gate);

    @AfterEach
    void nothingIsLeftOver() {
        connection.end();
        assertThat(gate.open()).isZero();
        assertThat(gate.working()).isZero();
    }

    @Test
    void whoIsRefusedIsToldSoAtOnceAndMayStay() {
        Slot other = somebodyElse();
        connection.send(WHOLE);
        assertThat(connection.answered())
                .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                .contains("content-type: application/problem+json")
                .containsPattern("retry-after: [123]\r\n")
                .contains("\"code\":\"overloaded\"")
                .doesNotContain("connection: close");
        other.over();
        connection.send(WHOLE);
        assertThat(connection.handedOn()).isEqualTo(1);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void thoseRefusedTogetherDoNotComeBackTogether() {
        Slot other = somebodyElse();
        connection.send(WHOLE + WHOLE + WHOLE);
        assertThat(connection.answered()).contains("retry-after: 1\r\n", "retry-after: 2\r\n", "retry-after: 3\r\n");
        other.over();
    }

    @Test
    void theAnswerDoesNotWaitForTheBodyButTheConnectionDoes() {
        Slot other = somebodyElse();
        connection.send(HEAD + "Content-Length: 2\r\n\r\n");
        assertThat(connection.answered()).startsWith("HTTP/1.1 503").doesNotContain("connection: close");
        other.over();
        connection.send("{}");
        assertThat(connection.handedOn()).isZero();
        connection.send(WHOLE);
        assertThat(connection.handedOn()).isEqualTo(1);
    }

    @Test
    void aBodyThatDoesNotComeClosesTheConnection() {
        Slot other = somebodyElse();
        connection.send(HEAD + "Content-Length: 2\r\n\r\n");
        connection.laterBy(GatedConnection.DRAIN_WITHIN.plusMillis(1));
        assertThat(connection.isOpen()).isFalse();
        other.over();
    }

    @Test
    void whatIsNotSmallIsToldThatTheConnectionCloses() {
        Slot other = somebodyElse();
        connection.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");
        assertThat(connection.answered()).startsWith("HTTP/1.1 503").contains("connection: close");
        assertThat(connection.isOpen()).isTrue();
        connection.send("0\r\n\r\n");
        assertThat(connection.isOpen()).isFalse();
        other.over();
    }

    @Test
    void whereThereAreManyWhoIsRefusedLosesHisConnection() {
        Slot other = somebodyElse();
        connection.isOneOfMany();
        connection.send(HEAD + "Content-Length: 2\r\n\r\n");
        assertThat(connection.answered()).startsWith("HTTP/1.1 503").contains("connection: close");
        assertThat(connection.isOpen()).isTrue();
        connection.send("{}");
        assertThat(connection.isOpen()).isFalse();
        other.over();
    }

    @Test
    void aRefusalDoesNotOvertakeAnEarlierAnswer() {
        connection.send(WHOLE + WHOLE + WHOLE);
        assertThat(connection.handedOn()).isEqualTo(1);
        assertThat(connection.answered()).isEmpty();
        connection.answer(HttpResponseStatus.CREATED);
        assertThat(connection.answered())
                .startsWith("HTTP/1.1 201")
                .contains("HTTP/1.1 503")
                .contains("connection: close");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void roomIsGivenBackWhenTheAnswerBegins() {
        connection.send(WHOLE);
        assertThat(gate.open()).isEqualTo(1);
        connection.answer(HttpResponseStatus.CONTINUE);
        assertThat(gate.open()).isEqualTo(1);
        connection.answer(HttpResponseStatus.CREATED);
        assertThat(gate.open()).isZero();
        connection.handedOn();
    }

    @Test
    void roomIsGivenBackWhenTheClientLeaves() {
        connection.send(WHOLE);
        connection.handedOn();
        connection.close();
        assertThat(gate.open()).isZero();
    }

    @Test
    void whatCostsNothingIsNotGuarded() {
        Slot other = somebodyElse();
        connection.send("GET /openapi.yaml HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(connection.handedOn()).isEqualTo(1);
        assertThat(connection.answered()).isEmpty();
        other.over();
    }

    private Slot somebodyElse() {
        return gate.admit(gate.share("elsewhere", null), "elsewhere", null);
    }
}
