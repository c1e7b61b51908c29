package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Answer;
import io.sluice.sandbox.checker.evidence.Evidence;
import io.sluice.sandbox.checker.evidence.Payment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The client uses one key an order. */
final class SameKeySamePayment implements Check {
    @Override
    public String name() {
        return "same-key-same-payment";
    }

    @Override
    public String rule() {
        return "an idempotency key, however often it is sent, stands for one payment or refund";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        Stream<String> answered = evidence.answers().stream()
                .filter(answer -> answer.granted() && !answer.key().isEmpty())
                .collect(Collectors.groupingBy(
                        Answer::key, Collectors.mapping(SameKeySamePayment::made, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(key -> key.getValue().size() > 1)
                .map(key -> "the key " + key.getKey() + " was answered with " + key.getValue());
        return Stream.concat(answered, ordersTwice(evidence)).toList();
    }

    private static String made(Answer answer) {
        return answer.refund().isEmpty() ? answer.payment() : answer.refund();
    }

    private static Stream<String> ordersTwice(Evidence evidence) {
        Set<String> ours = evidence.answers().stream().map(Answer::order).collect(Collectors.toSet());
        return evidence.store().payments().stream()
                .filter(payment -> ours.contains(payment.orderNo()))
                .collect(Collectors.groupingBy(Payment::orderNo, Collectors.mapping(Payment::id, Collectors.toList())))
                .entrySet()
                .stream()
                .filter((Map.Entry<String, List<String>> order) ->
                        order.getValue().size() > 1)
                .map(order -> "order " + order.getKey() + " was sent with one key and made " + order.getValue());
    }
}
