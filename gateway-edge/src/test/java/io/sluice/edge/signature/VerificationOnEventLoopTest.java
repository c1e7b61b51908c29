package io.sluice.edge.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.signature.key.CryptoProviders;
import io.sluice.edge.signature.key.VerificationKeys;
import io.sluice.edge.signature.model.PendingSignature;
import io.sluice.edge.signature.model.RequestToVerify;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.edge.signature.model.SignaturePolicy;
import io.sluice.edge.signature.model.Verdict;
import io.sluice.edge.signature.model.VerificationKey;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** A filter verifies on the event loop, where BlockHound lets nothing wait. */
class VerificationOnEventLoopTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

    @BeforeAll
    static void warmUp() {
        CryptoProviders.warmUp();
    }

    @ParameterizedTest
    @EnumSource
    void nothingBlocks(SignatureAlgorithm algorithm) {
        RequestToVerify request = Requests.payment();
        RequestSigner signer = new RequestSigner("k", TestKeys.signing(algorithm));
        RequestToVerify signed = Requests.with(request, signer.sign(request, NOW, "0123456789abcdef"));
        String key = TestKeys.text(algorithm).verificationText();
        Mono<Verdict> verdict = Mono.fromCallable(() -> {
            assertThat(Schedulers.isInNonBlockingThread()).isTrue();
            return verdict(signed, VerificationKeys.parse(algorithm, key));
        });
        StepVerifier.create(verdict.subscribeOn(Schedulers.parallel()))
                .assertNext(value -> assertThat(value).isInstanceOf(Verdict.Verified.class))
                .verifyComplete();
    }

    private static Verdict verdict(RequestToVerify request, VerificationKey key) {
        return switch (SignaturePolicy.MERCHANT.read(request)) {
            case Verdict.Refused refused -> refused;
            case PendingSignature pending -> pending.verify(key, NOW);
        };
    }
}
