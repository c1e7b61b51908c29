/** One fault of each kind, for real. */
package io.sluice.sandbox.chaos;
