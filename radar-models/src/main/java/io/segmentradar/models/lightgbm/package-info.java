/** The only door to the native LightGBM library: owns its memory and checks every call before it is made. */
package io.segmentradar.models.lightgbm;
