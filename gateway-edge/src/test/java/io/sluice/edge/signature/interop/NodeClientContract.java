package io.sluice.edge.signature.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.signature.RequestSigner;
import io.sluice.edge.signature.Requests;
import io.sluice.edge.signature.TestKeys;
import io.sluice.edge.signature.model.ContentDigest;
import io.sluice.edge.signature.model.PendingSignature;
import io.sluice.edge.signature.model.RequestToVerify;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.edge.signature.model.SignaturePolicy;
import io.sluice.edge.signature.model.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for every client that we did not write: we believe it, it believes us, and it catches our forgeries. */
abstract class NodeClientContract {

    private static final List<String> PAYMENT =
            List.of("@method", "@authority", "@path", "@query", "content-digest", "idempotency-key");
    private static final List<String> LOOKUP =
            List.of("@method", "@authority", "@path", "@query", "@target-uri", "@scheme");

    private final Instant now = Instant.now();

    abstract String client();

    abstract List<SignatureAlgorithm> algorithms();

    @BeforeAll
    static void install() throws IOException {
        NodeClients.install();
    }

    @Test
    void weVerifyWhatItSigns() {
        List<RequestToVerify> requests = List.of(digested(Requests.payment()), Requests.lookup());
        for (int i = 0; i < requests.size(); i++) {
            RequestToVerify request = requests.get(i);
            List<String> components = i == 0 ? PAYMENT : LOOKUP;
            List<Job> jobs = algorithms().stream()
                    .map(algorithm -> Job.sign(request, algorithm, components, now.getEpochSecond()))
                    .toList();
            assertVerified(request, NodeClients.ask(client(), jobs));
        }
    }

    @Test
    void itVerifiesWhatWeSign() {
        List<Job> jobs = new ArrayList<>();
        for (SignatureAlgorithm algorithm : algorithms()) {
            for (RequestToVerify request : List.of(Requests.payment(), Requests.lookup())) {
                RequestToVerify signed = signed(request, algorithm);
                jobs.add(Job.verify(signed, algorithm));
                jobs.add(Job.verify(forged(signed), algorithm));
            }
        }
        List<Boolean> answers = NodeClients.ask(client(), jobs).stream()
                .map(answer -> Boolean.TRUE.equals(answer.verified()))
                .toList();
        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.subList(i, i + 2))
                    .as(jobs.get(i).key().algorithm())
                    .containsExactly(true, false);
        }
    }

    private void assertVerified(RequestToVerify request, List<Answer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            SignatureAlgorithm algorithm = algorithms().get(i);
            Map<String, String> headers = Objects.requireNonNull(answers.get(i).headers());
            Verdict verdict = verdict(Requests.with(request, headers), algorithm);
            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Verified.class,
                            verified -> assertThat(verified.label()).isEqualTo("theirs"));
        }
    }

    private Verdict verdict(RequestToVerify request, SignatureAlgorithm algorithm) {
        return switch (SignaturePolicy.MERCHANT.read(request)) {
            case Verdict.Refused refused -> refused;
            case PendingSignature pending -> pending.verify(TestKeys.verification(algorithm), now);
        };
    }

    private RequestToVerify signed(RequestToVerify request, SignatureAlgorithm algorithm) {
        RequestSigner signer = new RequestSigner(Job.KEY_ID, TestKeys.signing(algorithm));
        return Requests.with(request, signer.sign(request, now, "nonce-0123456789abcdef"));
    }

    /** The same signature on another path. */
    private static RequestToVerify forged(RequestToVerify r) {
        return new RequestToVerify(
                r.method(), r.scheme(), r.host(), r.rawPath() + "/forged", r.rawQuery(), r.fields(), r.body());
    }

    private static RequestToVerify digested(RequestToVerify request) {
        return Requests.with(request, Map.of(ContentDigest.FIELD, ContentDigest.sha512(request.body())));
    }
}
