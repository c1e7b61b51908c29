@NullMarked
package io.sluice.channels.bank;

import org.jspecify.annotations.NullMarked;
