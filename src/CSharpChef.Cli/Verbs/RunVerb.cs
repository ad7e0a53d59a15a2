using System.CommandLine;

namespace CSharpChef.Cli;

/// <summary><c>csharpchef run</c></summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var (targets, output) = (new TargetOptions(), new OutputOptions());
        var words = new Option<string[]>("--command", "-c")
        {
            Description = "The command, or write it after --.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("run", """
            Runs one shell command on machines and prints what it writes, each line after the machine's name.

            Examples:
              csharpchef run web1 web2 -- uptime
              csharpchef run @web -i hosts.json --sudo -- systemctl restart nginx
            """);
        targets.AddTo(command);
        command.Options.Add(words);
        output.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var (names, text) = Split(parsed, words);
            var hosts = await targets.TargetsAsync(names, parsed, ct);
            var answers = await CommandRun.RunAsync(hosts, targets.Session(parsed), text, targets.Forks(parsed), ct);
            CommandOutput.Write(answers, output.Json(parsed));
            return answers.All(answer => answer.Error is null && answer.ExitCode == 0) ? 0 : answers.All(answer => answer.Error is not null) ? 4 : 1;
        });
        return command;
    }

    /// <summary>What stands before -- are targets, what stands after it is the command.</summary>
    private static (IReadOnlyList<string> Targets, string Command) Split(ParseResult parsed, Option<string[]> words)
    {
        var tokens = parsed.Tokens.Select(token => token.Value).ToList();
        var dashes = tokens.IndexOf("--");
        var after = dashes < 0 ? [] : tokens.Skip(dashes + 1).ToList();
        var given = parsed.GetValue(words) ?? [];
        return (after.Count, given.Length) switch
        {
            ( > 0, 0) => (TargetOptions.NamesBefore(parsed, after.Count), string.Join(' ', after)),
            (0, > 0) => (TargetOptions.NamesBefore(parsed, 0), string.Join(' ', given)),
            _ => throw new UsageException("say what to run: csharpchef run TARGET... -- COMMAND"),
        };
    }
}
