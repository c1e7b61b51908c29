package io.sluice.channels.bill;

import java.util.Arrays;

/** Bytes that came and are not read yet: what is left of one piece stands before the next. */
final class Feed {

    private byte[] bytes = {};
    private int position;

    void add(byte[] piece) {
        if (position == bytes.length) {
            bytes = piece;
        } else {
            int left = available();
            byte[] joined = Arrays.copyOf(Arrays.copyOfRange(bytes, position, bytes.length), left + piece.length);
            System.arraycopy(piece, 0, joined, left, piece.length);
            bytes = joined;
        }
        position = 0;
    }

    int available() {
        return bytes.length - position;
    }

    /** @param at counted from what is read next */
    int unsigned8(int at) {
        return Byte.toUnsignedInt(bytes[position + at]);
    }

    /** Little end first, as gzip and zip write numbers. */
    int unsigned16(int at) {
        return unsigned8(at) | unsigned8(at + 1) << 8;
    }

    long unsigned32(int at) {
        return unsigned16(at) | (long) unsigned16(at + 2) << 16;
    }

    byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, position, position + count);
        position += count;
        return taken;
    }

    byte[] takeAll() {
        return take(available());
    }

    void skip(int count) {
        position += count;
    }

    /** Goes back over what was taken too much. */
    void back(int count) {
        position -= count;
    }
}
