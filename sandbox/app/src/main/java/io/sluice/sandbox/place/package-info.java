/** Where a sandbox lives: its folder, its ports, its state and the demo merchant's keys. */
@NullMarked
package io.sluice.sandbox.place;

import org.jspecify.annotations.NullMarked;
