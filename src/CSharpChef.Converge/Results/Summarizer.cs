using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Results;

/// <summary>Makes the reports of resources from the results of their actions. Pure.</summary>
internal sealed class Summarizer(SecretTexts secrets)
{
    private const string NotifiedOnly = "it was notified and stays pending: the run ended before it";

    private static readonly ResultStatus[] Order =
    [
        ResultStatus.Failed,
        ResultStatus.Changed,
        ResultStatus.NotRun,
        ResultStatus.Unchanged
    ];

    /// <summary>One report for each resource of a run, in the order of its plans.</summary>
    public IReadOnlyList<ResourceReport> Summarize(IEnumerable<AppliedPlan> plans) =>
        [.. plans.SelectMany(Outcomes)
            .GroupBy(ended => ended.Action.Resource)
            .Select(group => Report(
                group.Key, [.. group.Select(ended => ended.Action)], [.. group.SelectMany(ended => ended.Outcomes)]))];

    private static IEnumerable<EndedAction> Outcomes(AppliedPlan applied)
    {
        var byNumber = ByNumber(applied);
        return applied.Plan.Actions.Select(action => new EndedAction(
            action, [.. Results(action, applied, byNumber).Select(result => new Outcome(action, result))]));
    }

    private static List<ActionResult>?[] ByNumber(AppliedPlan applied)
    {
        var found = new List<ActionResult>?[applied.Plan.Actions.Count + 1];
        foreach (var result in applied.Results)
        {
            (found[result.Number] ??= []).Add(result);
        }

        return found;
    }

    private static IReadOnlyList<ActionResult> Results(
        PlannedAction action, AppliedPlan applied, List<ActionResult>?[] results)
    {
        var notRun = new ActionResult(action.Number, ResultStatus.NotRun);
        return results[action.Number] switch
        {
            { } found => found,
            null when action.IsScheduled => [notRun],
            null when applied.IsStillRunning && applied.Notified.Contains(action.Number) => [notRun],
            null when applied.StillPending.Contains(action.Number) => [notRun with { Reason = NotifiedOnly }],
            _ => [],
        };
    }

    private ResourceReport Report(
        Resource resource, IReadOnlyList<PlannedAction> actions, IReadOnlyList<Outcome> results)
    {
        var failures = Ended(results, ResultStatus.Failed);
        var worst = failures.Concat(Ended(results, ResultStatus.Skipped)).FirstOrDefault();
        var failed = failures.Count > 0;
        var hidden = actions.Any(action => action.Sensitive);
        var diff = string.Concat(results.Select(outcome => ResultDiff.Of(outcome.Action, outcome.Result)));
        var name = RedactedName.Of(resource, hidden, actions.SelectMany(action => action.Steps));
        return new ResourceReport(secrets.Masked(name), Status(results), resource.DeclaredAt.ToString())
        {
            Actions = [.. results.SelectMany(outcome => outcome.Result.Changes).Select(secrets.Masked)],
            Seconds = Seconds(results),
            Diff = diff.Length == 0 ? null : secrets.Masked(diff),
            Message = Masked(Reasons(failures) ?? worst?.Reason ?? Note(results))
                ?? (results.Count == 0 ? "only when notified" : null),
            Output = hidden ? null : Masked(Output(failures) ?? Output(results.Select(outcome => outcome.Result))),
            Command = failed && !hidden ? Masked(Command(actions)) : null,
            ExitCode = worst?.ExitCode,
            Ignored = worst is { Ignored: true },
        };
    }

    private static ResultStatus Status(IReadOnlyList<Outcome> results)
    {
        foreach (var status in Order)
        {
            if (results.Any(outcome => outcome.Result.Status == status))
            {
                return status;
            }
        }

        return ResultStatus.Skipped;
    }

    private static double Seconds(IReadOnlyList<Outcome> results)
    {
        var seconds = 0.0;
        foreach (var outcome in results)
        {
            seconds += outcome.Result.Seconds;
        }

        return seconds;
    }

    private static string? Note(IReadOnlyList<Outcome> results) =>
        results.Select(outcome => outcome.Result.Reason).FirstOrDefault(reason => reason is not null);

    private static string? Command(IReadOnlyList<PlannedAction> actions) =>
        actions.SelectMany(action => action.Steps).OfType<CommandStep>().Select(step => step.Code.Trim())
            .FirstOrDefault();

    private static List<ActionResult> Ended(IReadOnlyList<Outcome> results, ResultStatus status) =>
        [.. results.Select(outcome => outcome.Result).Where(result => result.Status == status)];

    private static string? Reasons(IEnumerable<ActionResult> failures) =>
        Joined("; ", failures.Select(failure => failure.Reason));

    private static string? Output(IEnumerable<ActionResult> results) =>
        Joined("", results.Select(result => result.Output));

    /// <summary>The texts that are not empty, each once; null when all are empty.</summary>
    private static string? Joined(string separator, IEnumerable<string?> texts)
    {
        var joined = string.Join(separator, texts.Where(text => !string.IsNullOrEmpty(text)).Distinct());
        return joined.Length == 0 ? null : joined;
    }

    private string? Masked(string? text) => text is null ? null : secrets.Masked(text);

    // A class: the framework's generic code for a list of structs would be compiled in every process.
    private sealed record Outcome(PlannedAction Action, ActionResult Result);

    private sealed record EndedAction(PlannedAction Action, IReadOnlyList<Outcome> Outcomes);
}
