package io.sluice.sandbox.simulators.bill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

/**
 * A file that is written while it is read, and of which no more than a piece is in memory.
 *
 * @param <Z> what compresses it
 */
public final class FileFlow<Z extends OutputStream> {
    private static final int PIECE = 16_384;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Z out;
    private final Iterator<Step<Z>> steps;
    private boolean closed;

    /** Writes a little of the file. */
    @FunctionalInterface
    public interface Step<Z> {
        void writeTo(Z out) throws IOException;
    }

    /** Opens a compressor over memory. */
    @FunctionalInterface
    public interface Opening<Z> {
        Z over(OutputStream memory) throws IOException;
    }

    private FileFlow(Opening<Z> opening, Stream<Step<Z>> steps) throws IOException {
        this.out = opening.over(bytes);
        this.steps = steps.iterator();
    }

    /** @param steps taken one after another, as the file is read */
    public static <Z extends OutputStream> Flux<byte[]> of(Opening<Z> opening, Stream<Step<Z>> steps) {
        return Flux.generate(() -> new FileFlow<>(opening, steps), FileFlow::piece);
    }

    private FileFlow<Z> piece(SynchronousSink<byte[]> sink) {
        try {
            while (bytes.size() < PIECE && steps.hasNext()) {
                steps.next().writeTo(out);
            }
            if (!steps.hasNext() && !closed) {
                out.close();
                closed = true;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory takes all that is written", impossible);
        }
        emit(sink);
        return this;
    }

    private void emit(SynchronousSink<byte[]> sink) {
        if (bytes.size() > 0) {
            sink.next(bytes.toByteArray());
            bytes.reset();
        } else {
            sink.complete();
        }
    }
}
