package io.sluice.sandbox.checker.evidence;

import static io.sluice.sandbox.checker.evidence.Lines.text;

import java.nio.file.Path;
import java.util.List;

/** Reads the webhook receiver's log. */
final class WebhookReader {
    private WebhookReader() {}

    static List<Webhook> read(Path file) {
        return Lines.read(
                file,
                line -> new Webhook(
                        text(line, "eventId"), text(line, "verified").equals("ok"), text(line, "body")));
    }
}
