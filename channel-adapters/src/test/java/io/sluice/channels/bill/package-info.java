@NullMarked
package io.sluice.channels.bill;

import org.jspecify.annotations.NullMarked;
