@NullMarked
package io.sluice.core.observe;

import org.jspecify.annotations.NullMarked;
