using System.CommandLine;
using CSharpChef.Cli.Hosting;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs.Machines;

/// <summary><c>csharpchef run</c></summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var (targets, output) = (new TargetOptions(), new OutputOptions());
        var command = new Command("run", """
            Run a shell command on machines.
            Prints its output, each line after the machine's name.

            Examples:
              csharpchef run web1 web2 -- uptime
              csharpchef run @web -i hosts.json --sudo -- systemctl restart nginx
            """);
        targets.AddTo(command);
        output.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var (names, text) = Split(targets.Names(parsed), parsed);
            var hosts = await targets.TargetsAsync(names, parsed, ct);
            var (session, forks) =
                (CommandRun.WithoutSudo(targets.Session(parsed)), targets.Forks(parsed, hosts.Count));
            var answers = await HostsProgress.DuringAsync(
                hosts.Count,
                events => CommandRun.RunAsync(hosts, session, _ => text, forks, events, ct));
            CommandOutput.Write(answers, output.Json(parsed));
            return answers.All(answer => answer.Error is null && answer.ExitCode == 0)
                ? 0
                : ct.IsCancellationRequested
                ? Interrupts.Of(parsed).ExitCode ?? 1
                : answers.All(answer => answer.Error is UsageException)
                ? 2
                : answers.All(answer => answer.Error is not null)
                ? 4
                : 1;
        });
        return command;
    }

    /// <summary>Splits the arguments: targets come before --, the command after it.</summary>
    private static (IEnumerable<string> Targets, string Command) Split(IReadOnlyList<string> names, ParseResult parsed)
    {
        var words = parsed.Tokens.Select(token => token.Value).SkipWhile(token => token != "--").Skip(1).ToList();
        return words.Count > 0 && words.Count < names.Count
            ? (names.SkipLast(words.Count), string.Join(' ', words))
            : throw new UsageException("name the targets and a command: csharpchef run TARGET... -- COMMAND");
    }
}
