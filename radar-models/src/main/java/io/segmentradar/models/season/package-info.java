/** The yearly pattern and the calendar of series whose season can be told apart from noise. */
package io.segmentradar.models.season;
