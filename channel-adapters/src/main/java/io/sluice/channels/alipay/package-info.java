/** Alipay's OpenAPI: QR code, code pay, page and WAP pay; queries, closes, cancels, refunds and notifies. */
@NullMarked
package io.sluice.channels.alipay;

import org.jspecify.annotations.NullMarked;
