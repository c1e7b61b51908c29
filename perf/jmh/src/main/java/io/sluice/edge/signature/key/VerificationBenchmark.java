package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.edge.signature.model.VerificationKey;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Signatures as the edge computes them: by AmazonCorrettoCryptoProvider where it knows the algorithm. */
@SuppressWarnings("NullAway.Init") // JMH sets up before it measures
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class VerificationBenchmark {
    @Param
    private SignatureAlgorithm algorithm;

    private final byte[] base = Bases.payment();
    private SigningKey signingKey;
    private VerificationKey key;
    private byte[] signature;

    @Setup
    public void makeKeys() {
        GeneratedKey generated = KeyGeneration.generate(algorithm);
        signingKey = SigningKeys.parse(algorithm, generated.signingText());
        key = VerificationKeys.parse(algorithm, generated.verificationText());
        signature = signingKey.sign(base);
    }

    @Benchmark
    public boolean verify() {
        return key.verifies(base, signature);
    }

    @Benchmark
    public byte[] sign() {
        return signingKey.sign(base);
    }
}
