package io.sluice.core.payment.model;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.PaymentId;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The two decisions that an ordinary payment takes, and the identifiers for it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TransitionBenchmark {
    private final AcceptPayment command = SamplePayments.command();
    private final Route route = SamplePayments.route();
    private final PaymentId id = PaymentId.next();
    private final AttemptId attemptId = AttemptId.next();
    private final Payment accepted = accept().after();
    private final ChannelOutcome approved = new ChannelOutcome.Approved(command.amount(), "4200001234567890");

    @Benchmark
    public Transition accept() {
        return Payment.accepted(command, id, attemptId, route, SamplePayments.FEE, SamplePayments.NOW);
    }

    @Benchmark
    public Conclusion conclude() {
        return accepted.concluded(attemptId, approved, SamplePayments.NOW);
    }

    @Benchmark
    public PaymentId nextId() {
        return PaymentId.next();
    }
}
