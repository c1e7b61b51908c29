@NullMarked
package io.sluice.channels.paypal.model;

import org.jspecify.annotations.NullMarked;
