package io.segmentradar.core.action;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentId;

/** A critical or high alert of a segment for which no action is proposed, and why. */
public record UnansweredAlert(String alertId, SegmentId segment, Label reason) {}
