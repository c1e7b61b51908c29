package io.sluice.sandbox.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * An append-only file of JSON lines with one writer thread, which writes whatever is queued with one call. What was
 * acknowledged survives a kill of the process (it is with the operating system); it is not forced to the disk, so a
 * power cut may lose it. A last line that a kill has torn is cut off when the file is opened.
 */
public final class Journal implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final FileChannel file;
    private final Queue<Line> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong queued = new AtomicLong();
    private final Thread writer;
    private final AtomicLong written = new AtomicLong();
    private volatile boolean closing;
    private volatile @Nullable IOException broken;

    private record Line(ByteBuffer bytes, Sinks.Empty<Void> receipt) {}

    private Journal(FileChannel file, String name) {
        this.file = file;
        this.writer = Thread.ofPlatform().daemon().name(name + "-journal").start(this::write);
    }

    /** Opens or creates the file; every whole line already in it is handed to {@code replay} first, in order. */
    public static Journal open(Path path, Consumer<String> replay) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        long whole = Files.exists(path) ? JournalReplay.read(path, replay) : 0;
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(whole).position(whole);
        return new Journal(file, path.getFileName().toString());
    }

    /** Queues the value at once, in the caller's order; the Mono completes when it is written, on the writer's thread. */
    public Mono<Void> append(Object value) {
        byte[] json = Json.MAPPER.writeValueAsBytes(value);
        byte[] line = new byte[json.length + 1];
        System.arraycopy(json, 0, line, 0, json.length);
        line[json.length] = '\n';
        return enqueue(line);
    }

    /** Completes when everything queued before this call is written; what a reader has seen can then not be lost. */
    public Mono<Void> settled() {
        return written.get() >= queued.get() ? Mono.empty() : enqueue(NOTHING);
    }

    private Mono<Void> enqueue(byte[] bytes) {
        var line = new Line(ByteBuffer.wrap(bytes), Sinks.empty());
        queued.incrementAndGet();
        queue.add(line);
        LockSupport.unpark(writer);
        return line.receipt().asMono();
    }

    private void write() {
        while (!(closing && queue.isEmpty())) {
            List<Line> batch = drain();
            if (batch.isEmpty()) {
                LockSupport.park(this);
            } else {
                acknowledge(batch, writeAll(batch));
            }
        }
    }

    private List<Line> drain() {
        var batch = new ArrayList<Line>();
        for (Line line = queue.poll(); line != null; line = batch.size() < 4096 ? queue.poll() : null) {
            batch.add(line);
        }
        return batch;
    }

    private @Nullable IOException writeAll(List<Line> batch) {
        var bytes = ByteBuffer.allocate(
                batch.stream().mapToInt(line -> line.bytes().remaining()).sum());
        batch.forEach(line -> bytes.put(line.bytes()));
        bytes.flip();
        try {
            while (broken == null && bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException failed) {
            // Nothing may follow a line that is only half there.
            broken = failed;
        }
        return broken;
    }

    private void acknowledge(List<Line> batch, @Nullable IOException failure) {
        written.addAndGet(batch.size());
        for (Line line : batch) {
            if (failure == null) {
                line.receipt().tryEmitEmpty();
            } else {
                line.receipt().tryEmitError(failure);
            }
        }
    }

    /** Writes what is queued and closes the file. Blocks for that long. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(writer);
        try {
            writer.join();
            file.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            throw new UncheckedIOException("The journal could not be closed", failed);
        }
    }
}
