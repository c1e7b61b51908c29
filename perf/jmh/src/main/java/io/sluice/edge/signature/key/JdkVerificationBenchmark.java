package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
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

/** The same verification by the JDK's own providers, which is what is left where the native library does not load. */
@SuppressWarnings("NullAway.Init") // JMH sets up before it measures
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JdkVerificationBenchmark {
    @Param({"ED25519", "ECDSA_P256_SHA256", "RSA_PSS_SHA512", "RSA_V1_5_SHA256"})
    private SignatureAlgorithm algorithm;

    private final byte[] base = Bases.payment();
    private PublicKey key;
    private byte[] signature;
    private JcaAlgorithm jca;

    @Setup
    public void makeKeys() throws GeneralSecurityException {
        GeneratedKey generated = KeyGeneration.generate(algorithm);
        jca = JcaAlgorithm.of(algorithm);
        byte[] encoded = VerificationKeys.material(algorithm, generated.verificationText());
        key = KeyFactory.getInstance(jca.keyFactory()).generatePublic(new X509EncodedKeySpec(encoded));
        signature = SigningKeys.parse(algorithm, generated.signingText()).sign(base);
    }

    @Benchmark
    public boolean verify() throws GeneralSecurityException {
        Signature context = Signature.getInstance(jca.signature());
        if (jca.isPss()) {
            context.setParameter(
                    new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, JcaAlgorithm.PSS_SALT_BYTES, 1));
        }
        context.initVerify(key);
        context.update(base);
        return context.verify(signature);
    }
}
