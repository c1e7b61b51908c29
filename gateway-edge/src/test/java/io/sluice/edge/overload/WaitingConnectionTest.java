package io.sluice.edge.overload;

import static io.sluice.edge.overload.GatedConnection.HEAD;
import static io.sluice.edge.overload.GatedConnection.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections whose requests have to wait, for as many are worked on as may be. */
class WaitingConnectionTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Gate gate = new Gate(
            new AdmissionSettings(A_MOMENT, Duration.ofMillis(2), Duration.ofSeconds(1), Duration.ofSeconds(1), 1000),
            System::nanoTime);
    private final List<Slot> others = Stream.generate(
                    () -> gate.admit(gate.share("elsewhere", null), "elsewhere", null))
            .limit(gate.limits().all())
            .toList();
    private final GatedConnection connection = new GatedConnection(gate);

    @AfterEach
    void nothingIsLeftOver() {
        connection.end();
        others.forEach(Slot::over);
        assertThat(gate.open()).isZero();
        assertThat(gate.working()).isZero();
        assertThat(gate.share("elsewhere", null).now().taken()).isZero();
    }

    @Test
    void aRequestIsHandedOnWhenSomebodyElseIsDone() {
        connection.send(WHOLE);
        assertThat(connection.handedOn()).isZero();
        others.getFirst().over();
        assertThat(connection.handedOn()).isEqualTo(1);
        assertThat(connection.answered()).isEmpty();
    }

    @Test
    void itsBodyMayComeBeforeItsTurnOrAfterIt() {
        connection.send(HEAD + "Content-Length: 4\r\n\r\n{");
        connection.send(" ");
        others.getFirst().over();
        connection.send(" }");
        assertThat(connection.handedOn()).isEqualTo(1);
    }

    @Test
    void theNextRequestOfTheConnectionComesAfterIt() {
        connection.send(WHOLE + WHOLE);
        others.getFirst().over();
        assertThat(connection.handedOn()).isEqualTo(1);
        connection.answer(HttpResponseStatus.CREATED);
        assertThat(connection.handedOn()).isEqualTo(1);
    }

    @Test
    void whoLeavesLosesHisPlace() {
        var behind = new GatedConnection(gate);
        connection.send(WHOLE);
        behind.send(WHOLE);
        connection.close();
        others.getFirst().over();
        assertThat(behind.handedOn()).isEqualTo(1);
        behind.end();
    }

    @Test
    void whereTheLineIsTooLongOneIsRefusedAtOnce() {
        int most = gate.limits().line();
        List<GatedConnection> line =
                Stream.generate(() -> new GatedConnection(gate)).limit(most).toList();
        line.forEach(one -> one.send(WHOLE));
        assertThat(line).allSatisfy(one -> assertThat(one.answered()).isEmpty());
        connection.send(WHOLE);
        assertThat(connection.answered()).startsWith("HTTP/1.1 503 ").contains("\"code\":\"overloaded\"");
        line.forEach(GatedConnection::end);
    }
}
