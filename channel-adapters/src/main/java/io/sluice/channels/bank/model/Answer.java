package io.sluice.channels.bank.model;

/** The classes of DE 39. What is in no table is unknown, never a failure. */
public enum Answer {
    APPROVED,
    /** Less than was asked for; that is not taken. */
    PARTLY,
    HARD_DECLINE,
    SOFT_DECLINE,
    /** Not processed: another channel may be tried. */
    TECHNICAL,
    /** The STAN is another transaction's. */
    DUPLICATE,
    /** Not processed: the terminal must sign on again. */
    SESSION,
    UNKNOWN;

    public static Answer of(String code) {
        return switch (code) {
            case "00", "11" -> APPROVED;
            case "10" -> PARTLY;
            case "04",
                    "07",
                    "12",
                    "13",
                    "14",
                    "33",
                    "34",
                    "35",
                    "36",
                    "37",
                    "38",
                    "41",
                    "43",
                    "54",
                    "57",
                    "59",
                    "62",
                    "75" -> HARD_DECLINE;
            case "01", "05", "51", "55", "61", "65" -> SOFT_DECLINE;
            case "15", "90", "91", "92" -> TECHNICAL;
            case "94" -> DUPLICATE;
            case "77", "A0" -> SESSION;
            default -> UNKNOWN;
        };
    }
}
