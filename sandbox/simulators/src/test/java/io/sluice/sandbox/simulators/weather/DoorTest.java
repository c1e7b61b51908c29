package io.sluice.sandbox.simulators.weather;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.sluice.sandbox.simulators.Eventually;
import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.Threads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.tcp.TcpServer;

class DoorTest {
    private final Weather weather = new Weather(InstantSource.system());
    private final Threads threads = new Threads(InstantSource.system());
    private final DefaultChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Door door = new Door(
            0,
            port -> TcpServer.create()
                    .host("127.0.0.1")
                    .port(port)
                    .channelGroup(connections)
                    .bind(),
            connections,
            weather,
            threads);

    @AfterEach
    void close() {
        door.close();
        threads.close();
    }

    private void change(String json) {
        weather.change(WeatherReader.read(new Fields("", Json.MAPPER.readTree(json))));
    }

    private boolean isOpen() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private void comesToBe(boolean open) {
        Eventually.holds(Duration.ofSeconds(30), () -> assertThat(isOpen()).isEqualTo(open));
    }

    @Test
    void isShutForTheOutageAndOpensOnTheSamePort() {
        assertThat(isOpen()).isTrue();
        change("{\"outage\":{\"kind\":\"refused\",\"s\":5}}");
        comesToBe(false);
        comesToBe(true);
    }

    @Test
    void opensWhenTheOutageIsTakenBack() {
        change("{\"outage\":{\"kind\":\"refused\",\"s\":600}}");
        comesToBe(false);
        change("{\"calm\":true}");
        comesToBe(true);
    }

    @Test
    void anOutageInAnOutageIsOne() {
        change("{\"outage\":{\"kind\":\"refused\",\"s\":600}}");
        comesToBe(false);
        change("{\"outage\":{\"kind\":\"refused\",\"s\":0.2}}");
        comesToBe(true);
        change("{\"outage\":{\"kind\":\"refused\",\"s\":600}}");
        comesToBe(false);
        change("{\"calm\":true}");
        comesToBe(true);
    }

    @Test
    void theOtherOutagesLeaveItOpen() {
        change("{\"outage\":{\"kind\":\"silent\",\"s\":600}}");
        assertThat(isOpen()).isTrue();
    }
}
