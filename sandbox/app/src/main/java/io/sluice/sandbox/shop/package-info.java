/** The demo merchant's own webhook receiver, which believes nothing that is not signed. */
@NullMarked
package io.sluice.sandbox.shop;

import org.jspecify.annotations.NullMarked;
