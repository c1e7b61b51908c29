package io.sluice.channels.bill;

import io.sluice.channels.bill.model.Pulled;
import io.sluice.channels.bill.model.Stage;
import io.sluice.channels.bill.model.TextLine;
import io.sluice.core.channel.bill.BillException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Decodes files and cuts them into lines, which end with LF or CR LF. Files come one after another; what one leaves unfinished is broken,
 * and so is what its charset does not have.
 */
public final class Lines implements Stage<FilePiece, TextLine> {

    private static final int LONGEST = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CharsetDecoder decoder;
    private final CharBuffer chars = CharBuffer.allocate(4096).flip();
    private final StringBuilder line = new StringBuilder();
    private final Feed feed = new Feed();
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private FilePiece piece = FilePiece.end("");
    private boolean decoded;
    private boolean first = true;

    public Lines(Charset charset) {
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public Iterator<TextLine> next(FilePiece next) {
        feed.add(next.bytes());
        bytes = ByteBuffer.wrap(feed.takeAll());
        piece = next;
        decoded = false;
        return new Pulled<>(this::pull);
    }

    @Override
    public Iterator<TextLine> end() {
        return Collections.emptyIterator();
    }

    private @Nullable TextLine pull() {
        do {
            while (chars.hasRemaining()) {
                char sign = chars.get();
                if (sign == '\n') {
                    return taken();
                }
                append(sign);
            }
        } while (decode());
        if (piece.last() && line.length() > 0) {
            return taken();
        }
        first = first || piece.last();
        return null;
    }

    private void append(char sign) {
        if (line.length() == LONGEST) {
            throw BillException.broken("a line is longer than " + LONGEST + " characters");
        }
        line.append(sign);
    }

    /** Whether there are more characters now. What is left of one that is not all there waits for the next piece. */
    private boolean decode() {
        if (decoded) {
            return false;
        }
        chars.clear();
        var result = decoder.decode(bytes, chars, piece.last());
        if (result.isError()) {
            throw BillException.broken("the file is not in " + decoder.charset());
        }
        if (result.isUnderflow()) {
            decoded = true;
            finish();
        }
        chars.flip();
        return chars.hasRemaining();
    }

    private void finish() {
        if (piece.last()) {
            decoder.flush(chars);
            decoder.reset();
        } else {
            byte[] left = new byte[bytes.remaining()];
            bytes.get(left);
            feed.add(left);
        }
    }

    private TextLine taken() {
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        boolean marked = first && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK;
        var taken = new TextLine(piece.file(), line.substring(marked ? 1 : 0));
        line.setLength(0);
        first = false;
        return taken;
    }
}
