package io.sluice.edge.signature.model;

import io.sluice.edge.signature.model.field.BareItem;
import io.sluice.edge.signature.model.field.Dictionary;
import io.sluice.edge.signature.model.field.Item;
import io.sluice.edge.signature.model.field.MalformedFieldException;
import io.sluice.edge.signature.model.field.Member;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Content-Digest field (RFC 9530). */
public final class ContentDigest {

    public static final String FIELD = "content-digest";

    /** The active algorithms of RFC 9530, section 5, and their names in Java. Others are passed over, as it asks. */
    private static final Map<String, String> KNOWN = Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

    private ContentDigest() {}

    /** The field's value for a body, with SHA-256. */
    public static String sha256(byte[] body) {
        return "sha-256=" + digest("sha-256", body).serialized();
    }

    /** The field's value for a body, with SHA-512. */
    public static String sha512(byte[] body) {
        return "sha-512=" + digest("sha-512", body).serialized();
    }

    /** At least one known digest must be there, and every known one must be the body's. */
    static void require(List<String> lines, byte[] body) {
        Map<String, Member> digests = known(lines);
        if (digests.isEmpty()) {
            throw new RefusedException(
                    RefusalCode.DIGEST_UNSUPPORTED,
                    "Content-Digest has neither sha-256 nor sha-512; send " + sha256(body) + '.');
        }
        digests.forEach((algorithm, member) -> requireMatch(algorithm, member, body));
    }

    private static Map<String, Member> known(List<String> lines) {
        try {
            Map<String, Member> members =
                    new LinkedHashMap<>(Dictionary.parse(FIELD, lines).members());
            members.keySet().retainAll(KNOWN.keySet());
            return members;
        } catch (MalformedFieldException e) {
            throw new RefusedException(RefusalCode.DIGEST_MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private static void requireMatch(String algorithm, Member member, byte[] body) {
        if (!(member instanceof Item item && item.value() instanceof BareItem.Bytes sent)) {
            throw new RefusedException(
                    RefusalCode.DIGEST_MALFORMED,
                    "Content-Digest's " + algorithm + " must be base64 between colons, as in " + algorithm + "=:…:.");
        }
        BareItem.Bytes actual = digest(algorithm, body);
        if (!sent.equals(actual)) {
            throw new RefusedException(
                    RefusalCode.DIGEST_MISMATCH,
                    "Content-Digest is not that of the body as it arrived (" + body.length + " bytes), which is "
                            + algorithm + '=' + actual.serialized() + '.');
        }
    }

    private static BareItem.Bytes digest(String algorithm, byte[] body) {
        try {
            return BareItem.Bytes.of(
                    MessageDigest.getInstance(KNOWN.get(algorithm)).digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256 and SHA-512", e);
        }
    }
}
