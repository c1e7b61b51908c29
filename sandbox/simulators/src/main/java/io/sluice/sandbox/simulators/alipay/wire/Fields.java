package io.sluice.sandbox.simulators.alipay.wire;

import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.model.Decision;
import java.math.BigDecimal;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a request's {@code biz_content} and remembers the first field that breaks a rule; what it returns after that is a
 * filler, and {@link #decide} refuses.
 */
public final class Fields {
    private static final Pattern YUAN = Pattern.compile("(0|[1-9]\\d{0,8})(\\.\\d{1,2})?");
    private static final long MOST_FEN = 10_000_000_000L;

    private final JsonNode root;
    private @Nullable Refusal first;

    public Fields(JsonNode root) {
        this.root = root;
    }

    public String text(String name, int longest) {
        String value = optional(name, longest);
        require(value != null, name, "must be a text of 1 to " + longest);
        return value == null ? "" : value;
    }

    /** Null where it is missing or empty. */
    public @Nullable String optional(String name, int longest) {
        JsonNode node = root.path(name);
        String value = node.isValueNode() ? node.asString("") : "";
        require(node.isMissingNode() || node.isValueNode(), name, "must be a text");
        require(value.length() <= longest, name, "must have at most " + longest + " characters");
        return value.isEmpty() ? null : value;
    }

    /** Yuan with at most two digits after the point, as fen. */
    public long amount(String name) {
        String text = text(name, 12);
        boolean sound = YUAN.matcher(text).matches();
        long fen = sound ? new BigDecimal(text).movePointRight(2).longValueExact() : 0;
        require(fen > 0 && fen <= MOST_FEN, name, "must be yuan from 0.01 to 100000000.00, as in 15.00");
        return fen;
    }

    public void require(boolean holds, String name, String rule) {
        if (!holds && first == null) {
            first = Refusal.parameter(name, rule);
        }
    }

    public <T> Decision<T, Refusal> decide(Supplier<T> value) {
        return first == null ? Decision.granted(value.get()) : Decision.refused(first);
    }
}
