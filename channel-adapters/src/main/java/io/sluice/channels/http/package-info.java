/** HTTP and JSON as all adapters speak them: one request, once, and whether anything of it left; and files. Connections are in {@code net}. */
@NullMarked
package io.sluice.channels.http;

import org.jspecify.annotations.NullMarked;
