using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>
/// The run of one host, stage by stage: facts, evaluate, plan, apply, report. Recipes are compiled before, once for all
/// hosts. Each barrier of a recipe goes through plan, apply and report again, on the same connection.
/// </summary>
internal sealed class ChefRun(RunRequest request, Target target, INodeSession session)
{
    private const int MaxStaleFacts = 3;

    private readonly List<ResourceReport> reports = [];
    private IReadOnlyList<ResourceAction> pending = [];
    private bool cancelled;
    private bool isEvaluated;

    public async Task<HostReport> RunAsync(CancellationToken ct)
    {
        var started = request.Clock.GetTimestamp();
        var error = await TryConvergeAsync(ct)
            ?? (cancelled
                ? new ConvergeException("cancelled: the run ended after its current step, and the rest did not run")
                : null);
        return new HostReport(target.Name, Status(error), reports)
        {
            Error = error,
            Seconds = request.Clock.GetElapsedTime(started).TotalSeconds,
            RoundTrips = session.RoundTrips,
            Runs = session.Runs,
            IsEvaluated = isEvaluated,
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
        catch (ChefException e)
        {
            return e;
        }
    }

    /// <summary>Converges with these facts. Returns the new facts of a node whose facts have changed.</summary>
    private async Task<Facts?> ConvergeAsync(Facts facts, CancellationToken ct)
    {
        var node = request.NodeOf(target, facts);
        await using var evaluation = Evaluation.Start(
            request.RunListOf(target), request.Recipes, node, request.Evaluation);
        reports.Clear();
        pending = [];
        isEvaluated = false;
        for (var isFirst = true; ; isFirst = false)
        {
            switch (await EvaluateAsync(evaluation, node, ct))
            {
                case Pause.Question question:
                    await AnswerAsync(evaluation, question, ct);
                    break;
                case Pause.Barrier barrier:
                    var result = await ApplyAsync(barrier.Resources, node, isFinal: false, verify: isFirst, ct);
                    if (result.NewFacts is not null || result.Failed || result.Cancelled)
                    {
                        return result.NewFacts;
                    }

                    evaluation.Resume();
                    break;
                case Pause.Finished finished:
                    isEvaluated = true;
                    return (await ApplyAsync(finished.Resources, node, isFinal: true, verify: isFirst, ct)).NewFacts;
            }
        }
    }

    /// <summary>Runs recipes to their next pause. When one fails, pending notifications still run.</summary>
    private async Task<Pause> EvaluateAsync(Evaluation evaluation, Node node, CancellationToken ct)
    {
        try
        {
            return await evaluation.NextAsync(ct);
        }
        catch (RecipeException) when (pending.Count > 0)
        {
            await ApplyAsync(
                new ResourceCollection([], evaluation.Secrets), node, isFinal: true, verify: false, ct);
            throw;
        }
    }

    private async Task AnswerAsync(Evaluation evaluation, Pause.Question question, CancellationToken ct)
    {
        try
        {
            evaluation.Answer(await session.QueryAsync(question.Command, ct));
        }
        catch (ConvergeException e)
        {
            evaluation.Fail(e);
        }
    }

    private async Task<ApplyResult> ApplyAsync(
        ResourceCollection resources, Node node, bool isFinal, bool verify, CancellationToken ct)
    {
        var plan = Planner.Plan(resources, node, pending, isFinal) with
        {
            ChangesBefore = request.Mode == ConvergeMode.Plan
                ? [.. reports.Where(report => report.Status == ResultStatus.Changed).Select(report => report.Resource)]
                : [],
        };
        request.Events.Planned(target, plan);
        var events = new PlanEvents(target, plan, resources.Secrets, request.Events);
        var result = await session.ApplyAsync(plan, node, verify, events, ct);
        cancelled |= result.Cancelled;
        if (result.NewFacts is null)
        {
            Report(resources, plan, result);
        }

        return result;
    }

    private void Report(ResourceCollection resources, ConvergePlan plan, ApplyResult result)
    {
        var changed = result.Results.Where(action => action.Status == ResultStatus.Changed)
            .Select(action => plan[action.Number].Resource)
            .ToHashSet();
        foreach (var resource in resources.Resources)
        {
            resource.ChangedByConverge = changed.Contains(resource);
        }

        pending = [.. result.Pending.Select(number => plan[number])
            .Select(action => new ResourceAction(action.Resource, action.Action, _ => action.Steps))];
        reports.AddRange(new Summarizer(resources.Secrets).Summarize(plan, result.Results));
    }

    private HostStatus Status(ChefException? error) => error switch
    {
        ConnectionException => HostStatus.Unreachable,
        not null => HostStatus.Failed,
        _ => reports.Any(report => report is { Status: ResultStatus.Failed, Ignored: false })
            ? HostStatus.Failed
            : HostStatus.Ok,
    };
}
