/** Forecasting methods that look at one series at a time. */
package io.segmentradar.models.classic;
