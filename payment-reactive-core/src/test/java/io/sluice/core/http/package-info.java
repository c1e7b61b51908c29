@NullMarked
package io.sluice.core.http;

import org.jspecify.annotations.NullMarked;
