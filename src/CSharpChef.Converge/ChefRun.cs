using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>
/// The run of one host, stage by stage: facts, evaluate, plan, apply, report. Recipes are compiled before, once for all
/// hosts. Each barrier of a recipe goes through plan, apply and report again, on the same connection.
/// </summary>
internal sealed class ChefRun(RunRequest request, Target target, INodeSession session)
{
    private const int MaxStaleFacts = 3;

    private readonly AppliedPlans applied = new();
    private readonly List<string> stillPending = [];
    private IReadOnlyList<ResourceReport> reports = [];
    private SecretTexts secrets = new();
    private string? stillRunning;
    private bool cancelled;
    private bool isApplying;
    private bool isEvaluated;
    private string? unaskedQuery;
    private IReadOnlyDictionary<string, string> published = new Dictionary<string, string>();

    public async Task<HostReport> RunAsync(CancellationToken ct)
    {
        var started = request.Clock.GetTimestamp();
        var error = await TryConvergeAsync(ct) ?? Unfinished();
        KeepQueued();
        return new HostReport(target.Name, Status(error), reports)
        {
            Error = error is null ? null : MaskedError.Of(error, secrets),
            Pending = stillPending,
            Seconds = request.Clock.GetElapsedTime(started).TotalSeconds,
            RoundTrips = session.RoundTrips,
            Runs = session.Runs,
            Cookbooks = request.Recipes.Cookbooks.Used,
            IsEvaluated = isEvaluated,
            Published = published,
            UnaskedQuery = unaskedQuery is null ? null : secrets.Masked(unaskedQuery),
        };
    }

    private async Task<ChefException?> TryConvergeAsync(CancellationToken ct)
    {
        try
        {
            request.Events.AskingFacts(target);
            var facts = await session.FactsAsync(ct);
            request.Events.FactsKnown(target);
            for (var attempt = 0; attempt < MaxStaleFacts && facts is not null; attempt++)
            {
                facts = await ConvergeAsync(facts, ct);
            }

            return facts is null ? null : new ConvergeException(
                $"the facts of {target.Name} kept changing while the run verified them: run again");
        }
        catch (Exception e)
            when (e is CancelledException || (e is OperationCanceledException && ct.IsCancellationRequested))
        {
            cancelled = true;
            return null;
        }
        catch (ChefException e)
        {
            return e;
        }
    }

    /// <summary>Why the run is not complete, though nothing has failed; null when it is.</summary>
    private ConvergeException? Unfinished() => (stillRunning, cancelled, request.Mode, reports.Count) switch
    {
        ({ } where, _, _, _) => new ConvergeException(where),
        (_, false, _, _) => null,
        (_, _, ConvergeMode.Plan, _) => new ConvergeException("cancelled: the plan is not complete, and nothing was changed"),
        (_, _, _, 0) => new ConvergeException("cancelled before the run began"),
        _ => new ConvergeException(CancelledException.EndedAfterStep),
    };

    /// <summary>Converges with these facts. Returns the new facts of a node whose facts have changed.</summary>
    private async Task<Facts?> ConvergeAsync(Facts facts, CancellationToken ct)
    {
        var node = request.NodeOf(target, facts);
        PlatformCheck.Require(request, target, node);
        await using var evaluation = await request.Evaluator.StartAsync(
            request.RunListOf(target), node, request.Evaluation, ct);
        secrets = evaluation.Secrets;
        applied.Clear();
        reports = [];
        stillPending.Clear();
        isEvaluated = false;
        unaskedQuery = null;
        // The first program verifies the facts, whatever the recipe has asked before.
        var verify = true;
        while (true)
        {
            switch (await EvaluateAsync(evaluation, node, ct))
            {
                case Pause.Question question:
                    await AnswerAsync(evaluation, question, ct);
                    if (unaskedQuery is not null)
                    {
                        var rest = evaluation.End() with { Recipes = [] };
                        return (await ApplyAsync(rest, node, isFinal: true, verify, ct)).NewFacts;
                    }

                    break;
                case Pause.Barrier barrier:
                    var result = await ApplyAsync(barrier.Resources, node, isFinal: false, verify, ct);
                    verify = false;
                    if (result.NewFacts is not null || result.Failed || cancelled)
                    {
                        return result.NewFacts;
                    }

                    evaluation.Resume();
                    break;
                case Pause.Finished finished:
                    isEvaluated = true;
                    published = finished.Resources.Published;
                    return (await ApplyAsync(finished.Resources, node, isFinal: true, verify, ct)).NewFacts;
            }
        }
    }

    /// <summary>
    /// Runs recipes to their next pause. When one fails, or a query, pending notifications still run.
    /// </summary>
    private async Task<Pause> EvaluateAsync(IEvaluation evaluation, Node node, CancellationToken ct)
    {
        try
        {
            var pause = await request.Answers.NextAsync(
                evaluation, subject => request.Events.Reading(target, secrets.Masked(subject)),
                session.Cancel, ct);
            secrets = evaluation.Secrets;
            return pause;
        }
        catch (ChefException e) when (
            e is RecipeException or SecretStoreException or ConvergeException { CommandExitCode: not null })
        {
            if (applied.Queued.Count > 0)
            {
                await ApplyAsync(
                    new ResourceCollection([], evaluation.Secrets), node, isFinal: true, verify: false, ct);
            }

            if (e is ConvergeException)
            {
                ReportNotRun(evaluation.End(), node);
            }

            throw;
        }
    }

    /// <summary>Reports the resources that were declared before a query that failed, and do not converge.</summary>
    private void ReportNotRun(ResourceCollection resources, Node node)
    {
        try
        {
            Add(new AppliedPlan(Planner.Plan(resources, node, [], final: false), []));
        }
        catch (RecipeException)
        {
            // The failure of the query came first.
        }
    }

    private async Task AnswerAsync(IEvaluation evaluation, Pause.Question question, CancellationToken ct)
    {
        try
        {
            evaluation.Answer(await session.QueryAsync(question.Command, ct));
        }
        catch (ConvergeException e) when (e.CommandExitCode is { } code && PlannedChanges() is { Count: > 0 } changes)
        {
            unaskedQuery = $"{question.At}: cannot be asked yet: exit code {code}; "
                + $"{EarlierChanges.Text(changes)} would change before it{UnconvergedText(question)}";
        }
        catch (ConvergeException e)
        {
            evaluation.Fail(question.Failure(e, e.CommandExitCode is null ? "" : UnconvergedText(question)));
        }
    }

    /// <summary>Names what was declared before a query and converges only behind it.</summary>
    private static string UnconvergedText(Pause.Question question)
    {
        var names = question.Declared.Where(resource => !resource.IsMessage)
            .Select(resource => RedactedName.Of(resource, resource.Sensitive, [])).ToList();
        return names.Count == 0 ? "" : $"; {EarlierChanges.Text(names)} would be converged only after it: "
            + "write `await Converge();` before the query if it needs that";
    }

    /// <summary>In a plan, what it would change so far.</summary>
    private List<string> PlannedChanges() => request.Mode == ConvergeMode.Plan
        ? [.. reports.Where(report => report.Status == ResultStatus.Changed).Select(report => report.Resource)]
        : [];

    private async Task<ApplyResult> ApplyAsync(
        ResourceCollection resources, Node node, bool isFinal, bool verify, CancellationToken ct)
    {
        var late = applied.TakeLate(resources.Resources);
        var plan = Planner.Plan(resources with { Late = late }, node, applied.Queued, isFinal) with
        {
            ChangesBefore = PlannedChanges(),
            NotifiedBefore = applied.NotifiedActions,
            Cookbooks = [.. request.Recipes.Cookbooks.Used.Select(used => $"{used}")],
        };
        isApplying = true;
        request.Events.Planned(target, plan);
        var events = new PlanEvents(target, plan, resources.Secrets, request.Events);
        var result = await session.ApplyAsync(plan, node, verify, events, ct);
        isApplying = false;
        var ended = new AppliedPlan(plan, result.Results)
        {
            Queued = result.Pending,
            StillPending = result.StillPending,
            IsStillRunning = result.StillRunning is not null,
        };
        stillRunning = result.StillRunning;
        cancelled |= stillRunning is not null || (result.Cancelled && !(isFinal && ended.IsComplete));
        if (result.NewFacts is null)
        {
            Report(resources, ended);
            KeepPending(plan, result.StillPending);
        }

        return result;
    }

    private void Report(ResourceCollection resources, AppliedPlan ended)
    {
        var changed = ended.Changed.Select(action => action.Resource).ToHashSet();
        foreach (var resource in resources.Resources)
        {
            resource.ChangedByConverge = changed.Contains(resource);
        }

        Add(ended);
    }

    private void Add(AppliedPlan plan)
    {
        applied.Add(plan);
        Summarize();
    }

    private void Summarize() => reports = [.. new Summarizer(secrets).Summarize(applied.All)
        .Where(report => stillRunning is null || report.Status != ResultStatus.NotRun)];

    /// <summary>Notes that what the last barrier left in the queue stays pending, when the run ended there.</summary>
    private void KeepQueued()
    {
        if (!isApplying && request.Mode == ConvergeMode.Converge
            && applied.All is [.., { Queued: { Count: > 0 } queued } last])
        {
            applied.ReplaceLast(last with { StillPending = [.. last.StillPending, .. queued] });
            KeepPending(last.Plan, queued);
            Summarize();
        }
    }

    private void KeepPending(ConvergePlan plan, IReadOnlyList<int> numbers)
    {
        foreach (var action in numbers.Select(number => plan[number]))
        {
            stillPending.Add($"{action.ShownName} {action.Action}");
            if (request.Mode == ConvergeMode.Converge)
            {
                request.Events.Note(target, $"{stillPending[^1]} stays pending: the next run of {action.Resource.Recipe} runs it");
            }
        }
    }

    private HostStatus Status(ChefException? error) => error switch
    {
        _ when stillRunning is not null => HostStatus.StillRunning,
        ConnectionException => HostStatus.Unreachable,
        not null => HostStatus.Failed,
        _ => reports.Any(report => report is { Status: ResultStatus.Failed, Ignored: false })
            ? HostStatus.Failed
            : HostStatus.Ok,
    };
}
