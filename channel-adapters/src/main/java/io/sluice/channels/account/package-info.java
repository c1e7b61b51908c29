/** Reading and checking an account's configuration. */
@NullMarked
package io.sluice.channels.account;

import org.jspecify.annotations.NullMarked;
