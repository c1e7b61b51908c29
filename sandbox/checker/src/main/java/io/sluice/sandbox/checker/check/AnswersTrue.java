package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Answer;
import io.sluice.sandbox.checker.evidence.Evidence;
import io.sluice.sandbox.checker.evidence.GivenBack;
import io.sluice.sandbox.checker.evidence.Payment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class AnswersTrue implements Check {
    private static final Set<String> NOT_CHARGED = Set.of("FAILED", "CLOSED");

    /** The gateway's word for it, and the client's for a request that never left. */
    private static final Set<String> NOTHING_DONE = Set.of("store_unavailable", "not_connected");

    private static final Set<String> CHARGED = Set.of("SUCCEEDED", "REVERSED");

    @Override
    public String name() {
        return "answers-true";
    }

    @Override
    public String rule() {
        return "what a client was told is so: succeeded is succeeded, failed has no charge, nothing done is nothing there";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        return Stream.of(payments(evidence), refunds(evidence), undone(evidence))
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    private static Stream<String> payments(Evidence evidence) {
        Map<String, Payment> payments = evidence.payments();
        Map<String, Long> charged = evidence.charged();
        Map<String, Long> givenBack = evidence.givenBack();
        return told(evidence, false).flatMap(answer -> {
            var payment = payments.get(answer.payment());
            String state = payment == null ? "not there" : payment.state();
            if (answer.state().equals("SUCCEEDED") && !CHARGED.contains(state)) {
                return Stream.of(answer.payment() + " was told to have SUCCEEDED and is " + state);
            }
            // What came too late and went back again is no charge.
            long kept = charged.getOrDefault(answer.payment(), 0L) - givenBack.getOrDefault(answer.payment(), 0L);
            return NOT_CHARGED.contains(answer.state()) && kept != 0
                    ? Stream.of(answer.payment() + " was told to be " + answer.state() + " and the channel charged it")
                    : Stream.empty();
        });
    }

    private static Stream<String> refunds(Evidence evidence) {
        Set<String> given = evidence.book().givenBack().stream()
                .map(GivenBack::refundNumber)
                .collect(Collectors.toSet());
        return told(evidence, true).flatMap(answer -> {
            boolean there =
                    given.contains(answer.refund().substring(answer.refund().indexOf('_') + 1));
            if (answer.state().equals("SUCCEEDED") && !there) {
                return Stream.of(answer.refund() + " was told to have SUCCEEDED and the channel gave nothing back");
            }
            return answer.state().equals("FAILED") && there
                    ? Stream.of(answer.refund() + " was told to have FAILED and the channel gave it back")
                    : Stream.empty();
        });
    }

    private static Stream<Answer> told(Evidence evidence, boolean refunds) {
        return evidence.answers().stream()
                .filter(Answer::granted)
                .filter(answer -> answer.refund().isEmpty() != refunds);
    }

    /** An order of which every request was answered that nothing was done. */
    private static Stream<String> undone(Evidence evidence) {
        Set<String> there =
                evidence.store().payments().stream().map(Payment::orderNo).collect(Collectors.toSet());
        return evidence.answers().stream()
                .filter(answer -> answer.call().equals("pay"))
                .collect(Collectors.groupingBy(Answer::order))
                .entrySet()
                .stream()
                .filter(order -> order.getValue().stream().allMatch(answer -> NOTHING_DONE.contains(answer.code())))
                .map(Map.Entry::getKey)
                .filter(there::contains)
                .map(order -> "of order " + order + " the client was told that nothing was done, and it has a payment");
    }
}
