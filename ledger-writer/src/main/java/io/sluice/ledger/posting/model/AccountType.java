package io.sluice.ledger.posting.model;

/** Where an account stands in the balance sheet. Assets grow by debits, liabilities and income by credits. */
public enum AccountType {
    ASSET,
    LIABILITY,
    INCOME
}
