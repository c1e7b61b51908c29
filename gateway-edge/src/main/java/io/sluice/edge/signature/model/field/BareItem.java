package io.sluice.edge.signature.model.field;

import java.math.BigDecimal;
import java.util.Base64;

/** A value without parameters (RFC 9651, section 3.3). Display strings are not supported. */
public sealed interface BareItem {

    /** The canonical text of this value, as it stands in a signature base. */
    String serialized();

    /** A quoted string of printable ASCII. */
    record Text(String value) implements BareItem {
        @Override
        public String serialized() {
            return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    /** An unquoted word. */
    record Token(String value) implements BareItem {
        @Override
        public String serialized() {
            return value;
        }
    }

    /** A whole number of at most 15 digits. */
    record Whole(long value) implements BareItem {
        @Override
        public String serialized() {
            return Long.toString(value);
        }
    }

    /** A number of at most 12 digits before and 3 after the point. */
    record Decimal(BigDecimal value) implements BareItem {
        @Override
        public String serialized() {
            BigDecimal shortest = value.stripTrailingZeros();
            return (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString();
        }
    }

    /** A moment, in seconds since 1970. */
    record Date(long epochSecond) implements BareItem {
        @Override
        public String serialized() {
            return "@" + epochSecond;
        }
    }

    /** True or false. */
    record Flag(boolean value) implements BareItem {
        @Override
        public String serialized() {
            return value ? "?1" : "?0";
        }
    }

    /** A byte sequence, kept as the canonical base64 it was written in. */
    record Bytes(String base64) implements BareItem {

        public static Bytes of(byte[] bytes) {
            return new Bytes(Base64.getEncoder().encodeToString(bytes));
        }

        public byte[] decoded() {
            return Base64.getDecoder().decode(base64);
        }

        @Override
        public String serialized() {
            return ':' + base64 + ':';
        }
    }
}
