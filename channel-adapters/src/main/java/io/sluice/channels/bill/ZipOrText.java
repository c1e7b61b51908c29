package io.sluice.channels.bill;

import io.sluice.channels.bill.model.Stage;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A zip where it begins as one, and one text without a name where it does not. */
public final class ZipOrText implements Stage<byte[], FilePiece> {

    private static final int P_AND_K = 0x4b50;

    private final Feed feed = new Feed();
    private @Nullable Stage<byte[], FilePiece> chosen;

    @Override
    public Iterator<FilePiece> next(byte[] piece) {
        if (chosen != null) {
            return chosen.next(piece);
        }
        feed.add(piece);
        return feed.available() < 2 ? Collections.emptyIterator() : choose().next(feed.takeAll());
    }

    private Stage<byte[], FilePiece> choose() {
        Stage<byte[], FilePiece> choice =
                feed.available() >= 2 && feed.unsigned16(0) == P_AND_K ? new Unzip() : new OneFile("");
        chosen = choice;
        return choice;
    }

    @Override
    public Iterator<FilePiece> end() {
        return chosen == null ? List.of(new FilePiece("", feed.takeAll(), true)).iterator() : chosen.end();
    }

    @Override
    public void close() {
        if (chosen != null) {
            chosen.close();
        }
    }
}
