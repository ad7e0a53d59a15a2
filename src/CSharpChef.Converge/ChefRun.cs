using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Summarize;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>
/// The line written down, for one machine: discover, evaluate, plan, render, send, summarize. Recipes are compiled
/// before, once for all machines. A barrier in a recipe goes through plan to summarize once more, on the same
/// connection.
/// </summary>
internal sealed class ChefRun(RunRequest request, Target target, INodeSession link)
{
    private const int MostStaleAnswers = 3;

    private readonly List<ResourceReport> reports = [];
    private IReadOnlyList<ResourceAction> owed = [];
    private bool cancelled;

    public async Task<HostReport> RunAsync(CancellationToken ct)
    {
        var started = request.Clock.GetTimestamp();
        var error = await TryConvergeAsync(ct)
            ?? (cancelled
                ? new ConvergeException("cancelled: it ended after the step it was at, and the rest did not run")
                : null);
        return new HostReport(target.Name, Status(error), reports)
        {
            Error = error,
            Seconds = request.Clock.GetElapsedTime(started).TotalSeconds,
            RoundTrips = link.RoundTrips,
        };
    }

    private async Task<ChefException?> TryConvergeAsync(CancellationToken ct)
    {
        try
        {
            var facts = await link.FactsAsync(ct);
            for (var attempt = 0; attempt < MostStaleAnswers; attempt++)
            {
                if (await ConvergeAsync(facts, ct) is not { } fresh)
                {
                    return null;
                }

                facts = fresh;
            }

            return new ConvergeException(
                $"the facts of {target.Name} change faster than a run can verify them: run again");
        }
        catch (ChefException e)
        {
            return e;
        }
    }

    /// <summary>One run with these facts; other facts when the machine says that these do not hold.</summary>
    private async Task<Facts?> ConvergeAsync(Facts facts, CancellationToken ct)
    {
        var node = request.NodeOf(target, facts);
        await using var evaluation = Evaluation.Start(request.RunList, request.Recipes, node, request.Evaluation);
        reports.Clear();
        owed = [];
        for (var first = true; ; first = false)
        {
            var pause = await NextAsync(evaluation, node, ct);
            switch (pause)
            {
                case Pause.Question question:
                    await AnswerAsync(evaluation, question, ct);
                    break;
                case Pause.Barrier barrier:
                    var answer = await RunAsync(barrier.Resources, node, final: false, verify: first, ct);
                    if (answer.NewFacts is not null || answer.Failed || answer.Cancelled)
                    {
                        return answer.NewFacts;
                    }

                    evaluation.Resume();
                    break;
                case Pause.Finished finished:
                    return (await RunAsync(finished.Resources, node, final: true, verify: first, ct)).NewFacts;
            }
        }
    }

    /// <summary>When a recipe fails behind a barrier, what earlier changes asked for still runs.</summary>
    private async Task<Pause> NextAsync(Evaluation evaluation, Node node, CancellationToken ct)
    {
        try
        {
            return await evaluation.NextAsync(ct);
        }
        catch (RecipeException) when (owed.Count > 0)
        {
            await RunAsync(new ResourceCollection([], evaluation.Secrets), node, final: true, verify: false, ct);
            throw;
        }
    }

    private async Task AnswerAsync(Evaluation evaluation, Pause.Question question, CancellationToken ct)
    {
        try
        {
            evaluation.Answer(await link.QueryAsync(question.Command, ct));
        }
        catch (ConvergeException e)
        {
            evaluation.Fail(e);
        }
    }

    private async Task<ApplyResult> RunAsync(
        ResourceCollection resources, Node node, bool final, bool verify, CancellationToken ct)
    {
        var plan = Planner.Plan(resources, node, owed, final);
        request.Watch.Planned(target, plan);
        var answer =
            await link.ApplyAsync(plan, node, verify, new NodeWatch(target, plan, resources.Secrets, request.Watch), ct);
        cancelled |= answer.Cancelled;
        if (answer.NewFacts is null)
        {
            Remember(resources, plan, answer);
        }

        return answer;
    }

    private void Remember(ResourceCollection resources, ConvergePlan plan, ApplyResult answer)
    {
        var changed = answer.Results.Where(result => result.Status == ResultStatus.Changed)
            .Select(result => plan[result.Number].Resource)
            .ToHashSet();
        foreach (var resource in resources.Resources)
        {
            resource.ChangedByConverge = changed.Contains(resource);
        }

        owed = [.. answer.Pending.Select(number => plan[number])
            .Select(action => new ResourceAction(action.Resource, action.Action, _ => action.Steps))];
        reports.AddRange(new Summarizer(resources.Secrets).Summarize(plan, answer.Results));
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
