package io.sluice.sandbox.simulators.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * How a bill is to differ from the book: so many lines that are missing, that nobody ordered, with another amount, and
 * payments that are refunds there too. The same seed differs in the same way over the same lines.
 */
public record Differences(long seed, int missing, int extra, int amount, int status) {
    static final Differences NONE = new Differences(0, 0, 0, 0, 0);

    /** One line that differs: how, and the number of its order. */
    public record Difference(String kind, String outTradeNo) {}

    /** The lines as the bill has them, and what is wrong with them. */
    public record Applied<L>(List<L> lines, List<Difference> differences) {}

    static Differences read(JsonNode wish) {
        return new Differences(
                wish.path("seed").asLong(0),
                wish.path("missing").asInt(0),
                wish.path("extra").asInt(0),
                wish.path("amount").asInt(0),
                wish.path("status").asInt(0));
    }

    <L extends Billed<L>> Applied<L> applyTo(List<L> truth) {
        var dice = new Random(seed);
        var lines = new ArrayList<>(truth);
        var found = new ArrayList<Difference>();
        for (int i = 0; i < missing && !lines.isEmpty(); i++) {
            L gone = lines.remove(dice.nextInt(lines.size()));
            found.add(new Difference("missing", gone.orderNumber()));
        }
        // Each of the others strikes a line of the truth that none has struck yet.
        var untouched = new ArrayList<>(lines);
        for (int i = 0; i < amount && !untouched.isEmpty(); i++) {
            L line = untouched.remove(dice.nextInt(untouched.size()));
            lines.set(lines.indexOf(line), line.overMore());
            found.add(new Difference("amount", line.orderNumber()));
        }
        untouched.removeIf(Billed::isRefund);
        for (int i = 0; i < status && !untouched.isEmpty(); i++) {
            L line = untouched.remove(dice.nextInt(untouched.size()));
            lines.add(line.undone("unasked" + i));
            found.add(new Difference("status", line.orderNumber()));
        }
        for (int i = 0; i < extra && !truth.isEmpty(); i++) {
            String number = "nobody" + dice.nextInt(Integer.MAX_VALUE);
            lines.add(truth.get(dice.nextInt(truth.size())).stranger(number));
            found.add(new Difference("extra", number));
        }
        return new Applied<>(List.copyOf(lines), List.copyOf(found));
    }
}
