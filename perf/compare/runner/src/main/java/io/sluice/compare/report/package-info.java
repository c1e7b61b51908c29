/** What is printed and written. */
@NullMarked
package io.sluice.compare.report;

import org.jspecify.annotations.NullMarked;
