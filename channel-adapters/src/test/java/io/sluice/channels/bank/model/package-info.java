@NullMarked
package io.sluice.channels.bank.model;

import org.jspecify.annotations.NullMarked;
