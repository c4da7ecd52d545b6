/** Trained models as files. */
package io.segmentradar.models.archive;
