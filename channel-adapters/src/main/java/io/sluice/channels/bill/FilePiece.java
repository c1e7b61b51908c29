package io.sluice.channels.bill;

/**
 * Some bytes of a file.
 *
 * @param file its name, empty where there is but one
 * @param last nothing of this file follows
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record FilePiece(String file, byte[] bytes, boolean last) {

    private static final byte[] NOTHING = {};

    static FilePiece end(String file) {
        return new FilePiece(file, NOTHING, true);
    }
}
