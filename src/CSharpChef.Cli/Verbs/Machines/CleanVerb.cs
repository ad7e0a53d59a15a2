using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Ssh;

namespace CSharpChef.Cli.Verbs.Machines;

/// <summary><c>csharpchef clean</c></summary>
internal static class CleanVerb
{
    public static Command Create()
    {
        var (targets, output) = (new TargetOptions(), new OutputOptions());
        var command = new Command("clean", """
            Remove what csharpchef left on machines.
            Removes journals of runs, backups of files and pending notifications, which it lists. What recipes created stays,
            and so do the data of a server. A machine that another run uses is left alone.

            Examples:
              csharpchef clean web1
            """);
        targets.AddTo(command);
        output.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var hosts = await targets.TargetsAsync(parsed, ct);
            var (session, forks) = (targets.Session(parsed), targets.Forks(parsed, hosts.Count));
            var answers = await HostsProgress.DuringAsync(
                hosts.Count,
                events => CommandRun.RunAsync(
                    hosts,
                    session,
                    host => JournalProgram.Clean(new RunOptions().RunsCommand(host.Argument), session.ConnectionWords),
                    forks,
                    events,
                    ct));
            foreach (var host in hosts)
            {
                var key = await FactsKey.OfAsync(host, new SshRoute(host, session.Ssh), ct);
                session.Facts.Forget(key.User, key.Address, key.Port);
            }

            CommandOutput.Write(
                [.. answers.Select(answer => answer with { SaysWhy = answer.Output.Length > 0 })], output.Json(parsed));
            return answers.All(answer => answer.Error is null && answer.ExitCode == 0) ? 0 : 1;
        });
        return command;
    }
}
