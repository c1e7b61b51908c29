package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Answer;
import io.sluice.sandbox.checker.evidence.Evidence;
import io.sluice.sandbox.checker.evidence.Payment;
import io.sluice.sandbox.checker.evidence.Refund;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class AcknowledgedExists implements Check {
    @Override
    public String name() {
        return "acknowledged-exists";
    }

    @Override
    public String rule() {
        return "every payment and refund that was acknowledged is there, under its order number";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        Map<String, Payment> payments = evidence.payments();
        Set<String> refunds =
                evidence.store().refunds().stream().map(Refund::id).collect(Collectors.toSet());
        return evidence.answers().stream()
                .filter(Answer::granted)
                .flatMap(answer -> missing(answer, payments, refunds))
                .distinct()
                .toList();
    }

    private static Stream<String> missing(Answer answer, Map<String, Payment> payments, Set<String> refunds) {
        if (!answer.refund().isEmpty() && !refunds.contains(answer.refund())) {
            return Stream.of(answer.refund() + " of " + answer.payment() + " was acknowledged and is not there");
        }
        var payment = payments.get(answer.payment());
        if (payment == null) {
            return Stream.of(answer.payment() + " (" + answer.order() + ") was acknowledged and is not there");
        }
        return payment.orderNo().equals(answer.order())
                ? Stream.empty()
                : Stream.of("%s was acknowledged as order %s and is order %s"
                        .formatted(answer.payment(), answer.order(), payment.orderNo()));
    }
}
