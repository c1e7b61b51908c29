/** What is signed, where an answer's signed part lies, and what Alipay's words mean. Pure. */
@NullMarked
package io.sluice.channels.alipay.model;

import org.jspecify.annotations.NullMarked;
