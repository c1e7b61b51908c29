package io.sluice.ledger.posting.json;

import static io.sluice.ledger.posting.json.JsonEventBodies.text;

import io.sluice.ledger.posting.model.EventType;
import io.sluice.ledger.posting.model.MoneyMoved.Conflict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The attempt whose money an event of a payment is about.
 *
 * @param conflict whether that money came, or never did
 */
record BookedAttempt(JsonNode attempt, Conflict conflict) {

    /** Of attempts whose money went back, or came back when it did: it is booked with the refund. */
    private static final Set<String> OF_GIVING_BACK = Set.of("given_back", "give_back_bounced");

    private static final String NOTHING_CAME = "nothing_came";

    /**
     * Empty when nothing came with this event and nothing was found not to have: it tells of other attempts, or of what was given
     * back.
     *
     * @throws IllegalArgumentException when it can not be told which attempt it is
     */
    static Optional<BookedAttempt> of(JsonNode payment, EventType type) {
        Optional<JsonNode> withdrawn = withdrawn(payment);
        if (withdrawn.isPresent()) {
            return withdrawn.map(attempt -> new BookedAttempt(attempt, Conflict.WITHDRAWN));
        }
        return type == EventType.REVERSED
                ? Optional.empty()
                : paid(payment, type).map(attempt -> new BookedAttempt(attempt, Conflict.NONE));
    }

    private static Optional<JsonNode> withdrawn(JsonNode payment) {
        List<JsonNode> found = payment.path("attempts")
                .valueStream()
                .filter(attempt -> code(attempt).equals(NOTHING_CAME))
                .toList();
        return changedLast(found, payment).stream().findFirst();
    }

    private static Optional<JsonNode> paid(JsonNode payment, EventType type) {
        List<JsonNode> paid = payment.path("attempts")
                .valueStream()
                .filter(attempt -> attempt.path("state").asString("").equals("SUCCEEDED"))
                .toList();
        boolean several = paid.size() > 1 || (type == EventType.CONFLICTED && !paid.isEmpty());
        List<JsonNode> now = several ? changedLast(paid, payment) : paid;
        if (type == EventType.CONFLICTED && several && now.isEmpty()) {
            return Optional.empty();
        }
        if (now.size() != 1) {
            throw new IllegalArgumentException(
                    now.size() + " attempts of the payment succeeded; exactly one can be booked");
        }
        return Optional.of(now.getFirst()).filter(attempt -> !OF_GIVING_BACK.contains(code(attempt)));
    }

    /** Of several, an event is about the one that changed when the payment did. */
    private static List<JsonNode> changedLast(List<JsonNode> attempts, JsonNode payment) {
        return attempts.stream()
                .filter(attempt -> text(attempt, "updated_at").equals(text(payment, "updated_at")))
                .toList();
    }

    private static String code(JsonNode attempt) {
        return attempt.path("code").asString("");
    }
}
