package io.sluice.channels.bill;

import io.sluice.channels.bill.model.Stage;
import java.util.Iterator;
import java.util.List;

/** All bytes are those of one file. */
public final class OneFile implements Stage<byte[], FilePiece> {

    private final String name;

    public OneFile(String name) {
        this.name = name;
    }

    @Override
    public Iterator<FilePiece> next(byte[] piece) {
        return List.of(new FilePiece(name, piece, false)).iterator();
    }

    @Override
    public Iterator<FilePiece> end() {
        return List.of(FilePiece.end(name)).iterator();
    }
}
