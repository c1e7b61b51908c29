package io.sluice.core.json;

import java.io.Writer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** JSON that is written property by property, as text. */
public final class JsonText {

    /** Nearly all is written on event loops, which are few: each keeps its buffer. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private JsonText() {}

    /** What {@code writing} writes. */
    public static String of(Consumer<JsonGenerator> writing) {
        Parts parts = new Parts();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), parts)) {
            writing.accept(json);
        }
        return parts.together();
    }

    /** The generator gathers some four thousand characters: nearly all that we write comes at once, and is copied once. */
    private static final class Parts extends Writer {

        private String first = "";
        private final StringBuilder others = new StringBuilder(0);

        String together() {
            return others.isEmpty() ? first : first + others;
        }

        @Override
        public void write(char[] from, int offset, int length) {
            if (first.isEmpty()) {
                first = new String(from, offset, length);
            } else {
                others.append(from, offset, length);
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
