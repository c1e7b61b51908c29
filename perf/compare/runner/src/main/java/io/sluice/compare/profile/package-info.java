/** Where the CPU of a process goes: its recording, its threads, and the tables of both. */
@NullMarked
package io.sluice.compare.profile;

import org.jspecify.annotations.NullMarked;
