package io.sluice.sandbox.shop;

import io.sluice.sandbox.place.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Every webhook that arrived, one JSON object a line. A line is in the file before the webhook is acknowledged. */
public final class WebhookLog implements AutoCloseable {
    private final BufferedWriter writer;

    private WebhookLog(BufferedWriter writer) {
        this.writer = writer;
    }

    static WebhookLog appendTo(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            endHalfLine(file);
            return new WebhookLog(Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A crash may have left half a line; what follows must not grow onto it. */
    private static void endHalfLine(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
        }
    }

    synchronized void add(ReceivedWebhook webhook) throws IOException {
        writer.write(Json.write(webhook));
        writer.write('\n');
        writer.flush();
    }

    /** All of one payment, oldest first. */
    public static List<ReceivedWebhook> ofPayment(Path file, String paymentId) {
        var found = new ArrayList<ReceivedWebhook>();
        forEach(file, paymentId, found::add);
        return found;
    }

    /** Every whole line that holds the text, or every one for the empty text. */
    public static void forEach(Path file, String containing, Consumer<ReceivedWebhook> action) {
        if (!Files.exists(file)) {
            return;
        }
        try (var lines = Files.lines(file)) {
            lines.filter(line -> line.startsWith("{") && line.endsWith("}") && line.contains(containing))
                    .forEach(line -> action.accept(Json.read(line, ReceivedWebhook.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
