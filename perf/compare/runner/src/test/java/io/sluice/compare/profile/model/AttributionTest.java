package io.sluice.compare.profile.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTest {
    private static final Frame MAP = new Frame("java.util.HashMap", "get");
    private static final Frame PIPELINE = new Frame("io.netty.channel.DefaultChannelPipeline", "fireChannelRead");
    private static final Frame WRITE = new Frame("io.netty.channel.unix.FileDescriptor", "writev");
    private static final Frame DRIVER = new Frame("io.r2dbc.postgresql.client.ReactorNettyClient", "send");
    private static final Frame OPERATOR = new Frame("reactor.core.publisher.FluxMap$MapSubscriber", "onNext");
    private static final Frame OWN = new Frame("io.sluice.core.payment.r2dbc.WriteSql", "bind");
    private static final Frame SERVER =
            new Frame("io.netty.handler.codec.http.HttpServerCodec$HttpServerRequestDecoder", "decode");

    @Test
    void theInnermostKnownCallDecides() {
        assertThat(Attribution.of(List.of(OWN, OPERATOR, SERVER))).isEqualTo(Purpose.OWN);
        assertThat(Attribution.of(List.of(OPERATOR, OWN, SERVER))).isEqualTo(Purpose.REACTOR);
    }

    @Test
    void unknownCallsBelongToWhoMadeThem() {
        assertThat(Attribution.of(List.of(MAP, OPERATOR))).isEqualTo(Purpose.REACTOR);
        assertThat(Attribution.of(List.of(MAP, PIPELINE, DRIVER))).isEqualTo(Purpose.DATABASE);
        assertThat(Attribution.of(List.of(PIPELINE, SERVER, PIPELINE))).isEqualTo(Purpose.HTTP_SERVER);
    }

    @Test
    void aSystemCallIsOneWhoeverMakesIt() {
        assertThat(Attribution.of(List.of(WRITE, PIPELINE, DRIVER, OWN))).isEqualTo(Purpose.SYSTEM_CALLS);
    }

    @Test
    void nettyAloneIsAnEventLoop() {
        assertThat(Attribution.of(List.of(MAP, PIPELINE))).isEqualTo(Purpose.EVENT_LOOPS);
    }

    @Test
    void whatNothingIsKnownOfIsRest() {
        assertThat(Attribution.of(List.of())).isEqualTo(Purpose.REST);
        assertThat(Attribution.of(List.of(MAP))).isEqualTo(Purpose.REST);
    }

    @ParameterizedTest
    @CsvSource({
        "CRYPTO, com.amazon.corretto.crypto.provider.EvpSignature, verify",
        "CRYPTO, sun.security.provider.SHA2, implCompress0",
        "JSON, tools.jackson.core.json.WriterBasedJsonGenerator, writeString",
        "JSON, io.sluice.edge.json.StrictJson, read",
        "SPRING, org.springframework.web.reactive.DispatcherHandler, handle",
        "LOGGING, org.springframework.boot.json.JsonWriter$Member, write",
        "OBSERVATION, io.micrometer.observation.SimpleObservation, start",
        "CHANNEL_CLIENT, reactor.netty.http.client.HttpClientOperations, send",
        "KAFKA, org.apache.kafka.clients.producer.KafkaProducer, send",
        "REDIS, io.lettuce.core.protocol.CommandHandler, write",
        "SYSTEM_CALLS, jdk.internal.misc.Unsafe, park",
        "REST, jdk.internal.misc.Unsafe, getInt"
    })
    void knowsWhatAPaymentIsMadeOf(Purpose purpose, String type, String method) {
        assertThat(Attribution.of(List.of(new Frame(type, method)))).isEqualTo(purpose);
    }

    @Test
    void namesTheRoomOfOurOwnCode() {
        assertThat(Attribution.ownCall(List.of(MAP, OWN)).map(Attribution::room))
                .contains("core.payment.r2dbc");
    }

    @Test
    void showsAStackFromTheCallThatDecided() {
        var lambda = new Frame("io.sluice.core.gather.Lane$$Lambda.0x0000000093b8e000", "get");
        var lane = new Frame("io.sluice.core.gather.Lane", "launch");

        assertThat(Stacks.brief(List.of(MAP, OWN, OPERATOR, lambda, lane, lane)))
                .isEqualTo("WriteSql.bind < Lane.launch");
    }
}
