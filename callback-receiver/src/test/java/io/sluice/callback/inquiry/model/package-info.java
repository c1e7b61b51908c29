@NullMarked
package io.sluice.callback.inquiry.model;

import org.jspecify.annotations.NullMarked;
