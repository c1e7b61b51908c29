@NullMarked
package io.sluice.channels.bank.net;

import org.jspecify.annotations.NullMarked;
