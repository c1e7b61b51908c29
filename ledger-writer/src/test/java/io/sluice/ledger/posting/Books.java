package io.sluice.ledger.posting;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import java.util.List;

/** A journal together with what can be read back from it. */
public interface Books {

    Journal journal();

    /** The lines of a payment's entries, such as {@code charge DEBIT fee_income 9 CNY}, oldest entry first. */
    List<String> entries(PaymentId payment);

    long due(MerchantId merchant, String currency);

    /** Currencies in which debits and credits differ, and accounts whose balance is not the sum of their lines. */
    List<String> wrong();

    /** The reasons of rejected events of a merchant. */
    List<String> rejections(MerchantId merchant);
}
