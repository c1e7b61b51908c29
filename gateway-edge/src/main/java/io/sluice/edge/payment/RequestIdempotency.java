package io.sluice.edge.payment;

import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what makes a repeated request the same request. */
public final class RequestIdempotency {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private RequestIdempotency() {}

    /** @param keys the request's Idempotency-Key fields, of which there must be one */
    public static IdempotencyKey of(String route, List<String> keys, byte[] body) {
        return new IdempotencyKey(route, key(keys), sha256(body));
    }

    private static String key(List<String> values) {
        if (values.isEmpty()) {
            throw new ProblemException(Problem.of(
                            400,
                            "idempotency_key_missing",
                            "Send an Idempotency-Key, new for every payment, capture, void, refund or agreement and the same for every repetition.")
                    .about("Idempotency-Key"));
        }
        if (values.size() > 1 || !KEY.matcher(values.getFirst()).matches()) {
            throw new ProblemException(Problem.of(
                            400,
                            "idempotency_key_invalid",
                            "The Idempotency-Key must be one field of 1 to 255 visible ASCII characters.")
                    .about("Idempotency-Key"));
        }
        return values.getFirst();
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
