package io.sluice.channels.unionpay;

import io.sluice.channels.bill.model.Stage;
import io.sluice.channels.unionpay.AcpVerifier.Authentic;
import io.sluice.channels.unionpay.AcpVerifier.Refused;
import io.sluice.channels.unionpay.model.AcpMessage;
import io.sluice.core.channel.bill.BillException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes {@code fileContent} out of an answer while it comes. The signature is of all fields, sorted, that one among them: so its digest can be
 * made on the way only when the fields that are sorted before it also stand before it. Another
 * answer is refused, for nobody could verify it without keeping all of it.
 */
final class FileContent implements Stage<byte[], byte[]> {

    private static final String FIELD = "fileContent";

    private final AcpVerifier verifier;
    private final SignMethod.Text signed;
    private final Consumer<AcpMessage> check;
    private final AnswerFields fields = new AnswerFields();
    private Part part = Part.BEFORE;
    private int sortedBefore;

    private enum Part {
        BEFORE,
        CONTENT,
        BEHIND
    }

    /** @param check of the answer that was found authentic */
    FileContent(AcpVerifier verifier, SignMethod method, Consumer<AcpMessage> check) {
        this.verifier = verifier;
        this.signed = method.text();
        this.check = check;
    }

    @Override
    public Iterator<byte[]> next(byte[] piece) {
        byte[] content = content(piece);
        return content == null ? Collections.emptyIterator() : List.of(content).iterator();
    }

    /** What of the piece is of the file; null for none. */
    private byte @Nullable [] content(byte[] piece) {
        int begin = part == Part.CONTENT ? 0 : before(piece);
        if (part != Part.CONTENT) {
            return null;
        }
        int end = begin;
        while (end < piece.length && piece[end] != '&') {
            end++;
        }
        byte[] content = Arrays.copyOfRange(piece, begin, end);
        signed.add(content);
        if (end < piece.length) {
            part = Part.BEHIND;
            before(Arrays.copyOfRange(piece, end + 1, piece.length));
        }
        return content;
    }

    /** Reads other fields up to the content, and gives where that begins. */
    private int before(byte[] piece) {
        for (int at = 0; at < piece.length; at++) {
            if (fields.begins(piece[at], FIELD)) {
                begin();
                return at + 1;
            }
        }
        return piece.length;
    }

    private void begin() {
        if (part == Part.BEHIND) {
            throw BillException.broken("the answer has fileContent twice");
        }
        part = Part.CONTENT;
        fields.all().headMap(FIELD).forEach((name, value) -> signed.add(name + '=' + value + '&'));
        signed.add(FIELD + '=');
        sortedBefore = fields.all().headMap(FIELD).size();
    }

    @Override
    public Iterator<byte[]> end() {
        fields.finish();
        if (fields.all().headMap(FIELD).size() != sortedBefore && part != Part.BEFORE) {
            throw BillException.broken("a field that is sorted before fileContent stands behind it");
        }
        sign(part == Part.BEFORE ? fields.all() : fields.all().tailMap(FIELD), part == Part.BEFORE ? "" : "&");
        switch (verifier.judge(fields.all(), signed.signed())) {
            case Authentic(AcpMessage message) -> check.accept(message);
            case Refused(String _, String reason) -> throw BillException.broken(reason);
        }
        if (part == Part.BEFORE) {
            throw BillException.broken("the answer has no fileContent");
        }
        return Collections.emptyIterator();
    }

    private void sign(Map<String, String> following, String before) {
        String separator = before;
        for (Map.Entry<String, String> field : following.entrySet()) {
            if (!AcpSigner.UNSIGNED.contains(field.getKey())) {
                signed.add(separator + field.getKey() + '=' + field.getValue());
                separator = "&";
            }
        }
    }
}
