package io.sluice.sandbox.simulation.invariant;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.json.PaymentReader;
import io.sluice.core.payment.model.Payment;
import io.sluice.sandbox.simulation.world.Shop.Told;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Nobody was told what is not so. */
final class AnswerInvariants {

    private AnswerInvariants() {}

    static List<Invariant> all() {
        return List.of(
                new Invariant("what the merchant was told is on record", AnswerInvariants::untrue),
                new Invariant("one key, one payment", AnswerInvariants::severalOfAKey),
                new Invariant("nobody is told that his key is another's", run -> run.shop().wronglyReused().stream()),
                new Invariant("what was said not to be written is not there", AnswerInvariants::writtenAfterAll),
                new Invariant(
                        "an acknowledged callback has taken effect",
                        run -> run.courier().acknowledgedInVain().stream()));
    }

    private static Stream<String> untrue(Run run) {
        return run.shop().told().stream()
                .filter(told -> !isOnRecord(run, told.payment()))
                .map(told -> told.key() + " was told at " + told.at() + " that "
                        + told.payment().id() + " is " + told.payment().state() + " as of version "
                        + told.payment().version());
    }

    private static boolean isOnRecord(Run run, Payment payment) {
        return run.world().store.events(payment.id()).stream()
                .filter(event -> event.sequence() <= payment.version() && isOfPayment(event))
                .max(Comparator.comparingInt(PaymentEvent::sequence))
                .stream()
                .map(PaymentEvent::body)
                .map(PaymentReader::paymentOfEvent)
                .anyMatch(recorded ->
                        recorded.state() == payment.state() && recorded.amount().equals(payment.amount()));
    }

    private static boolean isOfPayment(PaymentEvent event) {
        return event.type().startsWith("payment.");
    }

    private static Stream<String> severalOfAKey(Run run) {
        Map<String, Set<PaymentId>> ids = new LinkedHashMap<>();
        for (Told told : run.shop().told()) {
            ids.computeIfAbsent(told.key(), key -> new LinkedHashSet<>())
                    .add(told.payment().id());
        }
        run.world()
                .store
                .payments()
                .forEach(payment -> ids.computeIfAbsent(payment.merchantOrderNo(), key -> new LinkedHashSet<>())
                        .add(payment.id()));
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey() + " has " + entry.getValue());
    }

    private static Stream<String> writtenAfterAll(Run run) {
        return run.world().saidNotWritten().stream()
                .filter(id -> run.world().store.payments().stream()
                                .anyMatch(payment -> payment.id().equals(id))
                        || run.world().store.modifications.rows().stream()
                                .anyMatch(row -> row.id().equals(id)))
                .map(id -> id + " was said not to be written");
    }
}
