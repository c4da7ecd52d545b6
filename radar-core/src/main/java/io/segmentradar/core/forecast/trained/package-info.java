/** Trained models as values, and the port that keeps them. */
package io.segmentradar.core.forecast.trained;
