package io.segmentradar.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the user's language what is wrong with a command line, and where the rest is explained. */
final class UsageErrors implements IParameterExceptionHandler {
    private final Messages messages;

    UsageErrors(Messages messages) {
        this.messages = messages;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        command.getErr().println(messages.text("error", said(problem, args)));
        if (isAboutTheWholeCommand(problem)) {
            command.usage(command.getErr());
        } else {
            command.getErr()
                    .println(messages.text(
                            "usage_error.see", command.getCommandSpec().qualifiedName()));
        }
        return ExitCode.WRONG_USAGE.code();
    }

    /** Nothing in particular is wrong: what there is to choose from helps most. */
    private static boolean isAboutTheWholeCommand(ParameterException problem) {
        return problem.getClass() == ParameterException.class && problem.getArgSpec() == null;
    }

    private String said(ParameterException problem, String[] args) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            List<String> unknown = unknown(unmatched, args);
            List<String> alike = new UnmatchedArgumentException(problem.getCommandLine(), unknown).getSuggestions();
            String arguments = String.join(" ", unknown);
            return alike.isEmpty()
                    ? messages.text("usage_error.unknown", arguments)
                    : messages.text("usage_error.unknown_alike", arguments, String.join(", ", alike));
        }
        if (problem instanceof MissingParameterException missing) {
            return messages.text(
                    "usage_error.missing",
                    String.join(
                            ", ",
                            missing.getMissing().stream().map(UsageErrors::name).toList()));
        }
        ArgSpec argument = problem.getArgSpec();
        if (argument == null || problem.getValue() == null) {
            return problem.getMessage();
        }
        return messages.text(
                "usage_error.value", name(argument), problem.getValue(), String.join(" ", argument.description()));
    }

    /** An unknown option behind one that takes several values is not named by the parser. */
    private static List<String> unknown(UnmatchedArgumentException unmatched, String[] args) {
        Set<String> known =
                unmatched.getCommandLine().getCommandSpec().optionsMap().keySet();
        return unmatched.getUnmatched().isEmpty()
                ? Arrays.stream(args)
                        .filter(arg -> arg.startsWith("-") && !known.contains(arg.replaceFirst("=.*", "")))
                        .toList()
                : unmatched.getUnmatched();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + "=" + option.paramLabel()
                : argument.paramLabel();
    }
}
