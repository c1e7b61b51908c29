/** The judge is judged: what is planted must be found. */
package io.sluice.sandbox.checker;
