/** Floor 2: Kubernetes manifests, as far as they say how pods resolve names. Text in, records out. */
@NullMarked
package io.github.alpinecheck.kubernetes;

import org.jspecify.annotations.NullMarked;
