using System.Globalization;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Output;
using CSharpChef.Converge;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Verbs.Machines;

/// <summary>The runs of one machine, or the reason why they are not known.</summary>
internal sealed record RunsList(string Host, HostRuns Runs, ChefException? Error)
{
    public static async Task<IReadOnlyList<RunsList>> ReadAsync(
        IReadOnlyList<Target> hosts, SessionOptions session, int forks, RunEvents events, CancellationToken ct)
    {
        var lists = new RunsList[hosts.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = forks, CancellationToken = ct };
        await Parallel.ForEachAsync(Enumerable.Range(0, hosts.Count), parallel, async (i, token) =>
            lists[i] = await events.AroundAsync(
                hosts[i], () => ReadAsync(hosts[i], session, token), list => list.Error is null));
        return lists.Length == 1 && lists[0].Error is { } error ? throw error : lists;
    }

    /// <summary>Prints the lists. Returns the exit code.</summary>
    public static int Write(IReadOnlyList<RunsList> lists, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(
                new JsonArray([.. lists.SelectMany(list => list.Json(withHost: lists.Count > 1))]).ToJsonString());
        }
        else
        {
            var width = lists.Count > 1 ? lists.Max(list => list.Host.Length) : 0;
            lists.SelectMany(list => list.Lines(width)).ToList().ForEach(Console.Out.WriteLine);
        }

        var unreachable = lists.Count(list => list.Error is not null);
        return unreachable == 0 ? 0 : unreachable == lists.Count ? lists[0].Error!.ExitCode : 1;
    }

    private static async Task<RunsList> ReadAsync(Target host, SessionOptions options, CancellationToken ct)
    {
        try
        {
            await using var session = new RealNodeSession(host, options, ConvergeMode.Converge, ct);
            return new RunsList(host.Name, await (await session.JournalsAsync(ct)).ListAsync(ct), null);
        }
        catch (ChefException e)
        {
            return new RunsList(host.Name, HostRuns.None, e);
        }
    }

    private IEnumerable<string> Lines(int width)
    {
        var host = width == 0 ? "" : $"{Color.Bold(Host)}{new string(' ', width - Host.Length)}  ";
        return Error is not null
            ? [$"{host}{Color.Red(Error.Message)}"]
            : Runs.Runs.Select(Text).Concat(Runs.Pending.Select(Text)).Select(line => $"{host}{line}");
    }

    private static string Text(RunEntry run)
    {
        var changed = string.Create(CultureInfo.InvariantCulture, $"{run.Changed} changed");
        return $"{run.Name}  {run.State,-11}  {changed,-12}  {run.Who}{(run.At is { } at ? $"  at {at}" : "")}";
    }

    private static string Text(PendingEntry pending) => pending.Recipe.Length == 0
        ? Color.Yellow("an action is pending; the release that left it did not note which")
        : $"{Color.Yellow(pending.Action)} is pending since {pending.Since}: the next run of {pending.Recipe} runs it";

    private IEnumerable<JsonObject> Json(bool withHost)
    {
        var runs = Error is null
            ? Runs.Runs.Select(run => Json(run, Runs.PendingSince(run)))
            : [new JsonObject { ["error"] = Error.Message }];
        foreach (var run in runs)
        {
            if (withHost)
            {
                run.Insert(0, "host", Host);
            }

            yield return run;
        }
    }

    private static JsonObject Json(RunEntry run, IReadOnlyList<PendingEntry> pending)
    {
        var json = new JsonObject
        {
            ["name"] = run.Name,
            ["state"] = run.State,
            ["changed"] = run.Changed,
            ["who"] = run.Who,
            ["at"] = run.At,
        };
        if (pending.Count > 0)
        {
            json["pending"] = new JsonArray([.. pending.Select(Json)]);
        }

        return json;
    }

    private static JsonObject Json(PendingEntry pending)
    {
        var json = new JsonObject
        {
            ["action"] = pending.Action.Length == 0 ? null : pending.Action,
            ["recipe"] = pending.Recipe.Length == 0 ? null : pending.Recipe,
        };
        if (pending.Since.Length > 0)
        {
            json["since"] = pending.Since;
        }

        return json;
    }
}
