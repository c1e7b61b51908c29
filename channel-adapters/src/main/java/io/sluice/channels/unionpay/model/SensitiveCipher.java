package io.sluice.channels.unionpay.model;

/** Encrypts what nobody on the way may read, for UnionPay alone. */
public interface SensitiveCipher {

    /** Of whose key it is: the field {@code encryptCertId}. */
    String certificateId();

    /** In base64. */
    String encrypted(String text);
}
