package io.segmentradar.core.casework;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody wants of a case; what is empty stays.
 *
 * @param version version of the case the writer saw, 0 for an untouched alert
 * @param assignee user in charge; blank for nobody
 */
public record CaseChange(
        int version,
        Optional<CaseStatus> status,
        Optional<CaseCause> cause,
        Optional<String> assignee,
        Optional<LocalDate> dueDate,
        Optional<String> note) {}
