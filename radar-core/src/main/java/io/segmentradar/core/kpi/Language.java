package io.segmentradar.core.kpi;

/** Languages in which the product speaks to its users. */
public enum Language {
    KO,
    EN
}
