/** What the tests of all features share, and the tests of the house itself. */
package io.clientele;
