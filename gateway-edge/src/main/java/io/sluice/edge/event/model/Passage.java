package io.sluice.edge.event.model;

import io.sluice.core.event.EventCursor;
import io.sluice.core.event.LoggedEvent;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Some of a merchant's events, one after the other as the log has them, with the text that is written to those who watch.
 * The text is made once for all of them, and is as much as is under way to one of them at a time.
 */
public final class Passage {

    /** An event that is longer is a passage of its own. */
    static final int MOST_BYTES = 16 * 1024;

    private final List<Entry> entries;
    private final byte[] text;

    private Passage(List<Entry> entries, byte[] text) {
        this.entries = entries;
        this.text = text;
    }

    /** Cuts a page of the log into passages, none of them empty. */
    public static List<Passage> of(List<LoggedEvent> page) {
        List<Passage> passages = new ArrayList<>();
        Writing writing = new Writing();
        for (LoggedEvent logged : page) {
            byte[] event = EventText.of(
                    logged.cursor().toString(),
                    logged.event().type(),
                    logged.event().body());
            if (writing.length() > 0 && writing.length() + event.length > MOST_BYTES) {
                passages.add(writing.passage());
                writing = new Writing();
            }
            writing.add(logged.cursor(), logged.event().type(), event, 0, event.length);
        }
        if (writing.length() > 0) {
            passages.add(writing.passage());
        }
        return passages;
    }

    /** Just after its last event; there is none after an empty passage. */
    public EventCursor end() {
        return entries.getLast().cursor();
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** For reading only: it is everybody's. */
    public byte[] text() {
        return text;
    }

    int bytes() {
        return text.length;
    }

    /** What comes after a cursor; it may be empty. */
    Passage after(EventCursor cursor) {
        return only(entry -> entry.cursor().compareTo(cursor) > 0);
    }

    /**
     * What of it is of some types; it may be empty.
     *
     * @param types empty for all
     */
    public Passage of(Set<String> types) {
        return only(entry -> types.isEmpty() || types.contains(entry.type()));
    }

    private Passage only(Predicate<Entry> wanted) {
        if (entries.stream().allMatch(wanted)) {
            return this;
        }
        Writing writing = new Writing();
        for (Entry entry : entries) {
            if (wanted.test(entry)) {
                writing.add(entry.cursor(), entry.type(), text, entry.from(), entry.length());
            }
        }
        return writing.passage();
    }

    /** An event's place in the log and in the text. */
    private record Entry(EventCursor cursor, String type, int from, int length) {}

    private static final class Writing {

        private final List<Entry> entries = new ArrayList<>();
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();

        int length() {
            return text.size();
        }

        void add(EventCursor cursor, String type, byte[] source, int from, int length) {
            entries.add(new Entry(cursor, type, text.size(), length));
            text.write(source, from, length);
        }

        Passage passage() {
            return new Passage(List.copyOf(entries), text.toByteArray());
        }
    }
}
