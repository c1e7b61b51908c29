package io.sluice.core.merchant.model;

/** A wish to change the configuration that cannot be granted as it is: names the field and what would be right. */
public final class InvalidFieldException extends IllegalArgumentException {

    private final String field;

    public InvalidFieldException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field's name as in the API: {@code merchant_private_key}. */
    public String field() {
        return field;
    }
}
