package io.segmentradar.cli.command;

import picocli.CommandLine.Option;

/** {@code --lang}: read before parsing, because help itself is in the language; declared here so that it is known. */
final class LanguageOption {
    @Option(names = "--lang", paramLabel = "ko|en", scope = picocli.CommandLine.ScopeType.INHERIT)
    private String language;
}
