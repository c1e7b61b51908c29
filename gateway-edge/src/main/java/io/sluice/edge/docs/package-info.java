/** The API's own description, as a document and as a page. */
@NullMarked
package io.sluice.edge.docs;

import org.jspecify.annotations.NullMarked;
