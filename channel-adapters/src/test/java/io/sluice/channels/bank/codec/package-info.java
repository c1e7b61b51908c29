@NullMarked
package io.sluice.channels.bank.codec;

import org.jspecify.annotations.NullMarked;
