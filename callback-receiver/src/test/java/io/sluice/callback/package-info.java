@NullMarked
package io.sluice.callback;

import org.jspecify.annotations.NullMarked;
