namespace CSharpChef.Converge;

/// <summary>The line for many machines at once. Recipes are compiled once; one machine's failure stops no other.</summary>
internal sealed class FleetRun(RunRequest request, SessionOptions session, int forks)
{
    public async Task<ConvergeReport> RunAsync(IReadOnlyList<Target> targets, CancellationToken ct)
    {
        WarmUp();
        CompileFirst(ct);
        using var turns = new SemaphoreSlim(forks);
        return new ConvergeReport(await Task.WhenAll(targets.Select(target => RunAsync(target, turns, ct))));
    }

    private async Task<HostReport> RunAsync(Target target, SemaphoreSlim turns, CancellationToken ct)
    {
        await turns.WaitAsync(ct);
        try
        {
            // Off the caller's thread: what a machine needs of the processor must not hold up the next one's connection.
            await using var link = new NodeSession(target, session, request.Mode, ct);
            return await Task.Run(() => new ChefRun(request, target, link).RunAsync(ct), ct);
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>The template library takes 100 ms of a processor before its first use: another one's, while recipes load.</summary>
    private void WarmUp()
    {
        if (request.RunList.Any(item => request.Recipes.Cookbooks.Find(item.Cookbook) is { HasTemplates: true }))
        {
            _ = Task.Run(TemplateRenderer.Warm);
        }
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
