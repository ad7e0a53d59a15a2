namespace CSharpChef.Converge;

/// <summary>The line for many machines at once. Recipes are compiled once; one machine's failure stops no other.</summary>
internal sealed class FleetRun(RunRequest request, SessionOptions session, int forks)
{
    public async Task<ConvergeReport> RunAsync(IReadOnlyList<Target> targets, CancellationToken ct)
    {
        CompileFirst(ct);
        var reports = new HostReport[targets.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = forks, CancellationToken = ct };
        await Parallel.ForEachAsync(Enumerable.Range(0, targets.Count), options, async (i, token) =>
        {
            await using var link = new NodeSession(targets[i], session, request.Mode, token);
            reports[i] = await new ChefRun(request, targets[i], link).RunAsync(token);
        });
        return new ConvergeReport(reports);
    }

    /// <summary>A recipe that does not compile is told before a machine is touched.</summary>
    private void CompileFirst(CancellationToken ct)
    {
        foreach (var item in request.RunList)
        {
            ct.ThrowIfCancellationRequested();
            request.Recipes.Get(item);
        }
    }
}
