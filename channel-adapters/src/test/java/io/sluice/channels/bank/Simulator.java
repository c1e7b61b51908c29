package io.sluice.channels.bank;

import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.sandbox.simulators.bank.BankSimulator;
import io.sluice.sandbox.simulators.bank.SimulatorConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** A bank host of a test's own, whose late answers come after three seconds. */
final class Simulator implements AutoCloseable {

    final BankSimulator server;
    final SimulatorControl control;

    Simulator() {
        try {
            server = BankSimulator.start(SimulatorConfig.in(Files.createTempDirectory("bank-simulator"))
                    .withLateBy(Duration.ofSeconds(3)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        control = new SimulatorControl("http://127.0.0.1:" + server.controlPort());
    }

    JsonNode control(String path, String json) {
        return control.post(path, json);
    }

    JsonNode control(String path) {
        return control.get(path);
    }

    /** The host's lines about one number, in {@code charges}, {@code refunds}, {@code voids} or {@code reversals}. */
    long booked(String lines, String number) {
        return control("/book")
                .path(lines)
                .valueStream()
                .filter(line -> line.path("number").asString("").equals(number)
                        || line.path("out_capture_no").asString("").equals(number)
                        || line.path("out_refund_no").asString("").equals(number))
                .count();
    }

    @Override
    public void close() {
        server.close();
    }
}
