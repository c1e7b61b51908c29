package io.sluice.sandbox.simulators.bank.book;

import io.sluice.sandbox.simulators.bank.model.Codes;
import io.sluice.sandbox.simulators.bank.model.De;
import io.sluice.sandbox.simulators.bank.model.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What terminals upload of batches whose totals were disagreed with: ten transactions to a message, and then how many there were. It is
 * kept in memory only: a host that restarts refuses the end, and the terminal begins anew.
 */
public final class Uploads {
    /** STAN, DE 7, the letter, and the amount. */
    private static final int LINE = 6 + 10 + 1 + 12;

    private static final Pattern LINES = Pattern.compile("[0-9]{2}(?:[0-9]{16}[CR][0-9]{12}){1,10}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{6}");
    private static final String END = "207";

    private final Map<String, Set<String>> uploaded = new HashMap<>();

    /** @return the answer's DE 39: {@link Codes#APPROVED} where it was taken, and at the end where all of it is here */
    public synchronized String take(Message message) {
        String purpose = message.text(De.TYPE_AND_BATCH).substring(8);
        String text = message.text(De.ADDITIONAL);
        Set<String> known = uploaded.computeIfAbsent(batch(message), key -> new HashSet<>());
        if (purpose.equals(END)) {
            boolean all = COUNT.matcher(text).matches() && known.size() == Integer.parseInt(text);
            return all ? Codes.APPROVED : Codes.FORMAT;
        }
        if (!LINES.matcher(text).matches() || (text.length() - 2) / LINE != Integer.parseInt(text.substring(0, 2))) {
            return Codes.FORMAT;
        }
        for (int from = 2; from < text.length(); from += LINE) {
            known.add(text.substring(from, from + LINE));
        }
        return Codes.APPROVED;
    }

    /** Whether it says that no more follows. */
    public static boolean isEnd(Message message) {
        return message.text(De.TYPE_AND_BATCH).endsWith(END);
    }

    private static String batch(Message message) {
        return message.text(De.TERMINAL) + message.text(De.TYPE_AND_BATCH).substring(2, 8);
    }
}
