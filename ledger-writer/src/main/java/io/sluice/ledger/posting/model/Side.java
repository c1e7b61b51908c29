package io.sluice.ledger.posting.model;

/** The side of an account that a line is written on. */
public enum Side {
    DEBIT,
    CREDIT
}
