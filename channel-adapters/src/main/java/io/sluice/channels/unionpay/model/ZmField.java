package io.sluice.channels.unionpay.model;

/** The fields of a ZM line that are read, by their place in it. */
enum ZmField {
    CODE(1),
    TIME(5),
    AMOUNT(7),
    QUERY_ID(10),
    ORDER(12),
    FEE(16),
    TXN_TYPE(20),
    MERCHANT(28),
    ORIGINAL_ORDER(41);

    /** In bytes, of all fields that are of any length known beforehand. */
    private static final int[] LENGTHS = {
        3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21, 15, 1, 15, 32, 13,
        13, 8, 32, 13, 13, 12, 2, 1, 32
    };

    private final int number;

    ZmField(int number) {
        this.number = number;
    }

    int begin() {
        int begin = 0;
        for (int before = 0; before < number - 1; before++) {
            begin += LENGTHS[before] + 1;
        }
        return begin;
    }

    int length() {
        return LENGTHS[number - 1];
    }
}
