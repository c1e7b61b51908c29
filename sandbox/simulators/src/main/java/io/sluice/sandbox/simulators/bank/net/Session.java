package io.sluice.sandbox.simulators.bank.net;

import io.netty.buffer.Unpooled;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.bank.codec.HostCodec;
import io.sluice.sandbox.simulators.bank.codec.HostCodec.Received;
import io.sluice.sandbox.simulators.bank.model.Codes;
import io.sluice.sandbox.simulators.bank.model.De;
import io.sluice.sandbox.simulators.bank.model.Delivery;
import io.sluice.sandbox.simulators.bank.model.Message;
import io.sluice.sandbox.simulators.keys.Nonces;
import io.sluice.sandbox.simulators.weather.Weather;
import io.sluice.sandbox.simulators.weather.model.Fate;
import io.sluice.sandbox.simulators.weather.model.Outage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/** One terminal's connection: whether it is signed on, and its answers in whatever order they come to be ready. */
final class Session {
    private static final int MAC_DIGITS = 16;

    private final Connection connection;
    private final Office office;
    private volatile boolean signedOn;

    /** What all sessions share. */
    record Office(HostCodec codec, Desk desk, Weather weather, Threads threads, Duration lateBy, Traffic traffic) {}

    Session(Connection connection, Office office) {
        this.connection = connection;
        this.office = office;
    }

    /** From now on the terminal must sign on again. */
    void signOff() {
        signedOn = false;
    }

    void cut() {
        connection.dispose();
    }

    /** Takes a frame to its end; what cannot be read ends the connection. */
    Mono<Void> take(byte[] frame) {
        Received received = office.codec().read(frame);
        if (office.weather().isAway(Outage.Kind.SILENT)) {
            return Mono.empty();
        }
        if (received == null || office.weather().away().isPresent()) {
            cut();
            return Mono.empty();
        }
        Message message = received.message();
        office.traffic().came(message);
        if (!received.authentic()) {
            return send(message.answer(Codes.BAD_MAC), Delivery.RIGHT);
        }
        if (message.type() == 0x0800) {
            return manage(message);
        }
        return signedOn ? serve(message) : send(message.answer(Codes.SIGN_ON), Delivery.RIGHT);
    }

    private Mono<Void> manage(Message message) {
        switch (message.text(De.TYPE_AND_BATCH).replaceFirst("^.{8}", "")) {
            case "001" -> {
                signedOn = true;
                office.traffic().signedOn();
            }
            case "002" -> signedOn = false;
            default -> {
                return send(message.answer(signedOn ? Codes.APPROVED : Codes.SIGN_ON), Delivery.RIGHT);
            }
        }
        return send(message.answer(Codes.APPROVED), Delivery.RIGHT);
    }

    private Mono<Void> serve(Message message) {
        Fate fate = office.weather().request();
        return office.desk()
                .answer(message, fate.fault())
                .flatMap(reply -> later(reply.delivery() == Delivery.LATE ? office.lateBy() : fate.latency())
                        .then(Mono.defer(() -> send(reply.message(), reply.delivery()))));
    }

    private Mono<Void> later(Duration pause) {
        return pause.isZero() ? Mono.empty() : office.threads().pause(pause).then();
    }

    private Mono<Void> send(Message answer, Delivery delivery) {
        byte[] frame = office.codec().write(answer);
        switch (delivery) {
            case RIGHT, LATE -> write(frame, frame.length);
            case REPEATED -> {
                write(frame, frame.length);
                write(frame, frame.length);
                write(frame, frame.length);
            }
            case NEVER -> {}
            case CUT -> cut();
            case HALF -> {
                write(Arrays.copyOf(frame, frame.length / 2), frame.length);
                cut();
            }
            case GARBAGE -> write(Nonces.next(60).getBytes(StandardCharsets.US_ASCII), 60);
            case FORGED -> {
                Arrays.fill(frame, frame.length - MAC_DIGITS, frame.length, (byte) '0');
                write(frame, frame.length);
            }
        }
        return Mono.empty();
    }

    private void write(byte[] bytes, int stated) {
        var frame = Unpooled.wrappedBuffer(Unpooled.buffer(2).writeShort(stated), Unpooled.wrappedBuffer(bytes));
        connection.outbound().sendObject(frame).then().subscribe(sent -> {}, gone -> {});
    }
}
